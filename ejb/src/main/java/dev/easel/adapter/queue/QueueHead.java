package dev.easel.adapter.queue;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The first thousand waiting generations, read in the order of the index at most twice a second.
 * Asking for a place in the queue must not cost more the longer the queue is.
 */
@ApplicationScoped
class QueueHead {

  private static final int LENGTH = 1000;
  private static final Duration FRESH = Duration.ofMillis(500);
  private static final String SELECT =
      "select task_name, task_instance from scheduled_tasks where picked = ?"
          + " order by picked, priority desc, execution_time fetch first "
          + LENGTH
          + " rows only";

  @Resource(lookup = "java:comp/DefaultDataSource")
  DataSource dataSource;

  @Inject Clock clock;

  private volatile Snapshot snapshot = new Snapshot(Map.of(), Instant.MIN);

  /** How many wait before it; what is not among the first thousand has at least those before it. */
  int ahead(String generationId) {
    Map<String, Integer> places = places();
    return places.getOrDefault(generationId, places.size());
  }

  private Map<String, Integer> places() {
    Instant now = clock.instant();
    Snapshot last = snapshot;
    if (last.readAt.plus(FRESH).isBefore(now)) {
      last = new Snapshot(read(), now);
      snapshot = last;
    }
    return last.places;
  }

  private Map<String, Integer> read() {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setBoolean(1, false);
      Map<String, Integer> places = new HashMap<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          if (rows.getString(1).equals(DbSchedulerQueue.TASK)) {
            places.put(rows.getString(2), places.size());
          }
        }
      }
      return places;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Snapshot(Map<String, Integer> places, Instant readAt) {}
}
