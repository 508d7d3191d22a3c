package dev.easel.domain.node;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whether a node may be given work, after what became of the work it had. Faults in a row put it
 * into quarantine, where it stays until a trial render succeeds or an administrator lets it go.
 * Trials come later and later while nothing but trials succeeds.
 *
 * @param faults in a row, since something was rendered
 * @param quarantinedAt when it was put into quarantine; empty if it is not there
 * @param reason why; empty if it is not there
 * @param rounds quarantines and failed trials since the last real render
 * @param trialAt when the next trial is due; empty outside quarantine
 */
public record Trust(
    int faults,
    Optional<Instant> quarantinedAt,
    String reason,
    int rounds,
    Optional<Instant> trialAt) {

  /** Faults in a row that put a node into quarantine. */
  public static final int MOST_FAULTS = 3;

  private static final Duration FIRST_TRIAL = Duration.ofSeconds(30);
  private static final Duration LATEST_TRIAL = Duration.ofMinutes(30);
  private static final int MOST_ROUNDS = 7;

  /** Nothing is held against it. */
  public static Trust full() {
    return new Trust(0, Optional.empty(), "", 0, Optional.empty());
  }

  public boolean isQuarantined() {
    return quarantinedAt.isPresent();
  }

  /** Something a caller wanted was rendered. A node in quarantine still owes the trial. */
  public Trust rendered() {
    return new Trust(0, quarantinedAt, reason, isQuarantined() ? rounds : 0, trialAt);
  }

  /** The node failed at something it should have been able to do. */
  public Trust fault(String why, Instant now) {
    if (isQuarantined()) {
      return new Trust(faults + 1, quarantinedAt, reason, rounds, trialAt);
    }
    if (faults + 1 < MOST_FAULTS) {
      return new Trust(faults + 1, quarantinedAt, reason, rounds, trialAt);
    }
    return new Trust(
        faults + 1, Optional.of(now), why, more(), Optional.of(now.plus(pause(rounds))));
  }

  /** A trial render succeeded. */
  public Trust passed() {
    return new Trust(0, Optional.empty(), "", rounds, Optional.empty());
  }

  /** A trial render failed. */
  public Trust failedTrial(String why, Instant now) {
    return isQuarantined()
        ? new Trust(faults, quarantinedAt, why, more(), Optional.of(now.plus(pause(rounds))))
        : this;
  }

  /** Whether a trial is to be made now. */
  public boolean isTrialDue(Instant now) {
    return trialAt.filter(at -> !at.isAfter(now)).isPresent();
  }

  /** Whoever makes the trial says so first, so that no other server makes it too. */
  public Trust trying(Duration within, Instant now) {
    return new Trust(faults, quarantinedAt, reason, rounds, Optional.of(now.plus(within)));
  }

  private int more() {
    return Math.min(rounds + 1, MOST_ROUNDS);
  }

  private static Duration pause(int rounds) {
    Duration doubled = FIRST_TRIAL.multipliedBy(1L << Math.min(rounds, MOST_ROUNDS));
    return doubled.compareTo(LATEST_TRIAL) < 0 ? doubled : LATEST_TRIAL;
  }
}
