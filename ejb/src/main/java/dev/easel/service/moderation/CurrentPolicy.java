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
    long edit = edits.get(); // before reading: what an edit overtook must not outlive it
    Snapshot last = snapshot;
    if (last == null || last.edit != edit || last.readAt.plus(FRESH).isBefore(now)) {
      last = read(last, now, edit);
      snapshot = last;
    }
    return last.policy;
  }

  /** To be told after an edit was committed: from now on this server judges by it. */
  public void edited() {
    edits.incrementAndGet();
  }

  private Snapshot read(Snapshot last, Instant now, long edit) {
    List<ModerationRule> enabled = new ArrayList<>(fixed.all());
    rules.all().stream().filter(ModerationRule::enabled).forEach(enabled::add);
    List<String> stamp = enabled.stream().map(rule -> rule.id() + ":" + rule.version()).toList();
    boolean same = last != null && last.stamp.equals(stamp);
    return new Snapshot(same ? last.policy : maker.make(enabled), stamp, now, edit);
  }

  private record Snapshot(ContentPolicy policy, List<String> stamp, Instant readAt, long edit) {}
}
