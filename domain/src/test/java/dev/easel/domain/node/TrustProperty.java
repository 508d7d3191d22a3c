package dev.easel.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whether a node is given work, whatever became of the work it had. */
class TrustProperty {

  enum Event {
    RENDERED,
    FAULT,
    TRIAL_FAILED,
    TRIAL_PASSED
  }

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");

  @Example
  void theThirdFaultInARowIsOneTooMany() {
    Trust twice = Trust.full().fault("a", START).fault("b", START);

    assertThat(twice.isQuarantined()).isFalse();
    assertThat(twice.rendered().fault("c", START).isQuarantined()).isFalse();
    assertThat(twice.fault("c", START))
        .satisfies(
            trust -> {
              assertThat(trust.quarantinedAt()).contains(START);
              assertThat(trust.reason()).isEqualTo("c");
              assertThat(trust.trialAt()).contains(START.plusSeconds(30));
            });
  }

  @Example
  void trialsComeLaterAndLaterUntilSomethingIsRendered() {
    Trust first = quarantined(Trust.full());
    Trust second = quarantined(first.passed());

    assertThat(pause(first)).isEqualTo(Duration.ofSeconds(30));
    assertThat(pause(second)).isEqualTo(Duration.ofSeconds(60));
    assertThat(pause(second.failedTrial("d", START))).isEqualTo(Duration.ofSeconds(120));
    assertThat(pause(quarantined(second.passed().rendered()))).isEqualTo(Duration.ofSeconds(30));
  }

  @Example
  void aTrialThatIsMadeIsNotDueAgain() {
    Trust due = quarantined(Trust.full());
    Instant then = START.plusSeconds(30);

    assertThat(due.isTrialDue(then.minusMillis(1))).isFalse();
    assertThat(due.isTrialDue(then)).isTrue();
    assertThat(due.trying(Duration.ofMinutes(2), then).isTrialDue(then.plusSeconds(119))).isFalse();
    assertThat(Trust.full().isTrialDue(then)).isFalse();
  }

  @Property
  void onlyATrialEndsAQuarantine(@ForAll @Size(max = 40) List<Event> events) {
    Trust trust = Trust.full();
    for (Event event : events) {
      Trust next = step(trust, event);
      boolean left = trust.isQuarantined() && !next.isQuarantined();
      boolean entered = !trust.isQuarantined() && next.isQuarantined();
      assertThat(left).isEqualTo(trust.isQuarantined() && event == Event.TRIAL_PASSED);
      assertThat(entered)
          .isEqualTo(
              !trust.isQuarantined()
                  && event == Event.FAULT
                  && trust.faults() + 1 == Trust.MOST_FAULTS);
      trust = next;
    }
  }

  @Property
  void aQuarantineAlwaysHasItsTrialWithinHalfAnHour(@ForAll @Size(max = 60) List<Event> events) {
    Trust trust = Trust.full();
    for (Event event : events) {
      trust = step(trust, event);
      assertThat(trust.trialAt().isPresent()).isEqualTo(trust.isQuarantined());
      assertThat(trust.trialAt().orElse(START))
          .isBetween(START, START.plus(Duration.ofMinutes(30)));
    }
  }

  @Property
  void fewerFaultsThanThreeInARowNeverCount(
      @ForAll @Size(max = 40) List<@IntRange(max = Trust.MOST_FAULTS - 1) Integer> runs) {
    Trust trust = Trust.full();
    for (int faults : runs) {
      for (int i = 0; i < faults; i++) {
        trust = trust.fault("now and then", START);
      }
      assertThat(trust.isQuarantined()).isFalse();
      trust = trust.rendered();
    }
  }

  private static Trust quarantined(Trust trust) {
    return trust.fault("a", START).fault("b", START).fault("c", START);
  }

  private static Duration pause(Trust trust) {
    return Duration.between(START, trust.trialAt().orElseThrow());
  }

  private static Trust step(Trust trust, Event event) {
    return switch (event) {
      case RENDERED -> trust.rendered();
      case FAULT -> trust.fault("broke", START);
      case TRIAL_FAILED -> trust.failedTrial("still broken", START);
      case TRIAL_PASSED -> trust.passed();
    };
  }
}
