package dev.easel.service.node;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.provider.JobProvider;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.domain.shared.Ids;
import dev.easel.service.provider.JobProviders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The smallest job a node of a kind can be given, done from sending to the finished image. Nodes
 * with workflows get one that needs no model; the others paint one step of 64 × 64 pixels.
 */
@ApplicationScoped
public class TrialRender {

  /** How long it may take in all, loading a model included. */
  static final Duration LONGEST = Duration.ofSeconds(90);

  private static final int SIDE = 64;
  private static final String RED = "16711680";
  private static final int WHITE = 0xFFFFFF;

  @Inject JobProviders providers;

  Duration longest = LONGEST;

  /** Between two looks at it. */
  Duration pause = Duration.ofMillis(300);

  /**
   * @return why it failed; empty if it did not
   */
  Optional<String> make(NodeTarget node) {
    Optional<JobProvider> provider = providers.of(node.kind());
    if (provider.isEmpty()) {
      return Optional.of("no adapter gives work to " + node.kind());
    }
    String id = Ids.random("trial");
    String upstreamId = UUID.nameUUIDFromBytes(id.getBytes(UTF_8)).toString();
    PreparedJob job = new PreparedJob(order(id), workflow(node.kind(), id), List.of());
    SubmitOutcome sent = provider.get().submit(node, job, upstreamId);
    if (sent instanceof SubmitOutcome.Rejected rejected) {
      return Optional.of(rejected.fault().reason());
    }
    if (sent instanceof SubmitOutcome.Unreachable silent && !silent.maybeAccepted()) {
      return Optional.of(silent.reason());
    }
    Optional<String> fault = follow(provider.get(), node, job.order(), upstreamId);
    if (fault.isPresent()) {
      provider.get().cancel(node, upstreamId);
    }
    return fault;
  }

  private Optional<String> follow(
      JobProvider provider, NodeTarget node, RenderOrder order, String upstreamId) {
    String last = "it was not done in time";
    for (long looks = longest.dividedBy(pause); looks > 0; looks--) {
      Observation seen = provider.observe(node, upstreamId);
      if (seen instanceof Observation.Finished) {
        return fetch(provider, node, order, upstreamId);
      }
      if (seen instanceof Observation.Failed failed) {
        return Optional.of(failed.fault().reason());
      }
      if (seen instanceof Observation.Interrupted || seen instanceof Observation.Unknown) {
        return Optional.of("the node lost it");
      }
      last = seen instanceof Observation.Unreachable silent ? silent.reason() : last;
      if (!paused()) {
        return Optional.of("the server is stopping");
      }
    }
    return Optional.of(last);
  }

  private static Optional<String> fetch(
      JobProvider provider, NodeTarget node, RenderOrder order, String upstreamId) {
    TrialImages images = new TrialImages();
    RenderOutcome outcome = provider.fetch(node, order, upstreamId, images);
    if (outcome instanceof RenderOutcome.Failed failed) {
      return Optional.of(failed.reason());
    }
    if (outcome instanceof RenderOutcome.Unavailable gone) {
      return Optional.of(gone.reason());
    }
    return images.count() > 0 ? Optional.empty() : Optional.of("it gave no image");
  }

  private boolean paused() {
    try {
      Thread.sleep(pause.toMillis());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static RenderOrder order(String id) {
    return new RenderOrder(
        id,
        1,
        "",
        "a red square",
        "",
        SIDE,
        SIDE,
        1,
        1,
        1,
        1,
        "",
        1,
        Optional.empty(),
        Optional.empty(),
        false,
        0,
        RenderOrder.Work.PLAIN);
  }

  /**
   * Another colour each time: a node that has made the very same picture before does not do it
   * again. Empty for kinds that take the order itself.
   */
  private static String workflow(String kind, String id) {
    try (InputStream in = TrialRender.class.getResourceAsStream("/nodes/trial-" + kind + ".json")) {
      return in == null
          ? ""
          : new String(in.readAllBytes(), UTF_8)
              .replace(RED, Integer.toString(id.hashCode() & WHITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
