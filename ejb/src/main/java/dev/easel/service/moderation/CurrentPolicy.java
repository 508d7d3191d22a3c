package dev.easel.service.moderation;

import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.FixedRules;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.PolicyMaker;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The rules as they are, read anew every few seconds so that an edit takes effect everywhere. */
@ApplicationScoped
public class CurrentPolicy {

  private static final Duration FRESH = Duration.ofSeconds(4);

  @Inject RuleReader rules;
  @Inject FixedRules fixed;
  @Inject PolicyMaker maker;
  @Inject Clock clock;

  private final AtomicLong edits = new AtomicLong();
  private volatile Snapshot snapshot;

  public ContentPolicy get() {
    Instant now = clock.instant();
    Snapshot last = snapshot;
    if (last == null || last.readAt.plus(FRESH).isBefore(now)) {
      return read(last, now);
    }
    return last.policy;
  }

  /** To be told after an edit was committed: from now on this server judges by it. */
  public void edited() {
    edits.incrementAndGet();
    snapshot = null;
  }

  private ContentPolicy read(Snapshot last, Instant now) {
    long before = edits.get();
    List<ModerationRule> enabled = new ArrayList<>(fixed.all());
    rules.all().stream().filter(ModerationRule::enabled).forEach(enabled::add);
    List<String> stamp = enabled.stream().map(rule -> rule.id() + ":" + rule.version()).toList();
    boolean same = last != null && last.stamp.equals(stamp);
    ContentPolicy policy = same ? last.policy : maker.make(enabled);
    // What was read before an edit must not outlive it.
    if (edits.get() == before) {
      snapshot = new Snapshot(policy, stamp, now);
    }
    return policy;
  }

  private record Snapshot(ContentPolicy policy, List<String> stamp, Instant readAt) {}
}
