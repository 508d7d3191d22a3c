package dev.easel.service.dispatch;

import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.dispatch.QueueGroup;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** How much waits and runs, counted in several ways. */
public record QueueTally(List<Count> counts) {

  /**
   * A group with the reason it waits for now.
   *
   * @param reason empty for what runs
   */
  public record Count(QueueGroup group, Optional<String> reason) {

    boolean waits() {
      return group.line() != Line.RUNNING;
    }
  }

  public long running() {
    return counts.stream().filter(c -> !c.waits()).mapToLong(c -> c.group().count()).sum();
  }

  public long waiting() {
    return counts.stream().filter(Count::waits).mapToLong(c -> c.group().count()).sum();
  }

  /** How much waits, by whatever it is asked for. */
  public Map<String, Long> waitingBy(Function<Count, String> what) {
    Map<String, Long> by = new TreeMap<>();
    counts.stream()
        .filter(Count::waits)
        .forEach(count -> by.merge(what.apply(count), count.group().count(), Long::sum));
    return by;
  }
}
