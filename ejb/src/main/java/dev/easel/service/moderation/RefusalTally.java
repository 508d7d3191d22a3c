package dev.easel.service.moderation;

import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Utc;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.health.Meters;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/**
 * Counts refused prompts, without their words: in memory first, so that a refusal writes nothing,
 * and into the database every second. A server that is killed loses the last second.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RefusalTally {

  private static final Logger LOG = Logger.getLogger(RefusalTally.class.getName());
  private static final Duration PAUSE = Duration.ofSeconds(1);

  @Inject RefusalSteps steps;
  @Inject RuleReader reader;
  @Inject BackgroundThreads threads;
  @Inject Meters meters;
  @Inject Clock clock;

  private final Map<Key, Long> pending = new ConcurrentHashMap<>();

  @PostConstruct
  void start() {
    threads.every(PAUSE, this::write);
  }

  /** Once. */
  public void count(String tenantId, String reason) {
    meters.promptRefused(reason);
    LocalDate today = Utc.day(clock.instant());
    pending.merge(new Key(today, tenantId, reason), 1L, Long::sum);
  }

  /** As many as match, those of the last second on other servers excepted. */
  public Page<RefusalCount> list(RefusalQuery query) {
    write();
    return Page.of(reader.counts(query), query.limit(), RefusalTally::key);
  }

  /** What a count is found by: {@code 2026-11-22/ten_…/reason}. */
  private static String key(RefusalCount count) {
    return count.day() + "/" + count.tenantId() + "/" + count.reason();
  }

  @PreDestroy
  void write() {
    for (Key key : Set.copyOf(pending.keySet())) {
      Long count = pending.remove(key);
      if (count != null) {
        write(key, count);
      }
    }
  }

  private void write(Key key, long count) {
    try {
      steps.add(new RefusalCount(key.day, key.tenantId, key.reason, count));
    } catch (RuntimeException e) {
      pending.merge(key, count, Long::sum);
      LOG.warning(() -> "Refusals are not counted yet: " + e.getMessage());
    }
  }

  private record Key(LocalDate day, String tenantId, String reason) {}
}
