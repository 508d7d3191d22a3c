package dev.easel.domain.dispatch;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All that waits and runs, for operators. */
public interface QueueView {

  /** The oldest first. */
  List<QueueEntry> list(QueueQuery query, Instant now, int most);

  /** Empty if it has ended. */
  Optional<QueueEntry> find(String generationId, Instant now);

  List<QueueGroup> groups(Instant now);
}
