package dev.easel.service.node;

import dev.easel.domain.node.NodeRenders;
import dev.easel.domain.node.NodeRenders.Renders;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/** What each node delivered within the last hour, up to ten seconds old. */
@ApplicationScoped
public class Throughput {

  private static final Duration SPAN = Duration.ofHours(1);
  private static final Duration MEMORY = Duration.ofSeconds(10);

  @Inject NodeRenders renders;
  @Inject Clock clock;

  private final Remembered<String, Map<String, Renders>> known =
      new Remembered<>(() -> clock.millis(), MEMORY);

  public Renders of(String nodeId) {
    return known
        .get("", () -> renders.since(clock.instant().minus(SPAN)))
        .getOrDefault(nodeId, Renders.none());
  }
}
