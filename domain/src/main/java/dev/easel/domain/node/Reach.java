package dev.easel.domain.node;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * Whether a node answers one server, after all probes so far. One missed answer makes it waver, the
 * third in a row, or a minute without any, makes it silent; from there only two answers in a row
 * bring it back, so that a node that comes and goes is not given work at every coming.
 *
 * @param state where that leaves it
 * @param missed probes in a row that were not answered
 * @param answered probes in a row that were answered, counted while it is silent
 * @param since when it came into this state
 * @param reason why it does not answer; empty if it does
 */
public record Reach(State state, int missed, int answered, Instant since, String reason) {

  /** As far as one server can tell. */
  public enum State {
    ANSWERING,
    WAVERING,
    SILENT
  }

  /** Probes in a row without an answer that make a node silent. */
  public static final int MOST_MISSED = 3;

  /** Probes in a row with an answer that bring it back. */
  public static final int ENOUGH_ANSWERED = 2;

  /** How long it may waver at most. */
  public static final Duration LONGEST_WAVERING = Duration.ofSeconds(60);

  public Reach {
    requireNonNull(state, "state");
    requireNonNull(since, "since");
  }

  /** Of a node that was not asked yet: the first answer is enough. */
  public static Reach unasked(Instant now) {
    return new Reach(State.WAVERING, 0, 0, now, "not asked yet");
  }

  /** It answered a probe. */
  public Reach answer(Instant now) {
    if (state == State.SILENT && answered + 1 < ENOUGH_ANSWERED) {
      return new Reach(state, 0, answered + 1, since, reason);
    }
    return new Reach(State.ANSWERING, 0, 0, state == State.ANSWERING ? since : now, "");
  }

  /** It did not. */
  public Reach miss(String why, Instant now) {
    int more = Math.min(missed + 1, MOST_MISSED);
    if (state == State.ANSWERING) {
      return new Reach(State.WAVERING, 1, 0, now, why);
    }
    boolean lost =
        state == State.SILENT || more == MOST_MISSED || !now.isBefore(since.plus(LONGEST_WAVERING));
    return lost
        ? new Reach(State.SILENT, more, 0, state == State.SILENT ? since : now, why)
        : new Reach(State.WAVERING, more, 0, since, why);
  }

  /** A connection that was open broke off, which says less than a probe. */
  public Reach drop(Instant now) {
    return state == State.ANSWERING
        ? new Reach(State.WAVERING, 0, 0, now, "its connection broke off")
        : this;
  }
}
