package dev.easel.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.node.Reach.State;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

/** Whether a node answers, whatever it did before. */
class ReachProperty {

  enum Event {
    ANSWER,
    MISS,
    DROP
  }

  private static final Instant START = Instant.parse("2026-11-23T12:00:00Z");
  private static final int SECONDS = 5;

  @Example
  void oneMissMakesItWaverAndThreeMakeItSilent() {
    Reach up = Reach.unasked(START).answer(START);
    Reach once = up.miss("refused", START);
    Reach twice = once.miss("refused", START);

    assertThat(up.state()).isEqualTo(State.ANSWERING);
    assertThat(once.state()).isEqualTo(State.WAVERING);
    assertThat(twice.state()).isEqualTo(State.WAVERING);
    assertThat(twice.miss("refused", START).state()).isEqualTo(State.SILENT);
    assertThat(twice.answer(START).state()).isEqualTo(State.ANSWERING);
  }

  @Example
  void fromSilenceItTakesTwoAnswersInARow() {
    Reach silent = after(List.of(Event.MISS, Event.MISS, Event.MISS));

    assertThat(silent.state()).isEqualTo(State.SILENT);
    assertThat(silent.answer(START).state()).isEqualTo(State.SILENT);
    assertThat(silent.answer(START).answer(START).state()).isEqualTo(State.ANSWERING);
    assertThat(silent.answer(START).miss("again", START).answer(START).state())
        .isEqualTo(State.SILENT);
  }

  @Example
  void nobodyWaversForMoreThanAMinute() {
    Reach wavering = Reach.unasked(START).answer(START).drop(START);

    assertThat(wavering.state()).isEqualTo(State.WAVERING);
    assertThat(wavering.miss("slow", START.plusSeconds(59)).state()).isEqualTo(State.WAVERING);
    assertThat(wavering.miss("slow", START.plusSeconds(60)).state()).isEqualTo(State.SILENT);
  }

  @Property
  void theLastTwoProbesAnsweredMeanThatItAnswers(@ForAll @Size(max = 30) List<Event> before) {
    assertThat(after(before).answer(START).answer(START).state()).isEqualTo(State.ANSWERING);
  }

  @Property
  void threeMissesInARowMeanSilence(@ForAll @Size(max = 30) List<Event> before) {
    Reach reach = after(before).miss("a", START).miss("b", START).miss("c", START);

    assertThat(reach.state()).isEqualTo(State.SILENT);
    assertThat(reach.reason()).isEqualTo("c");
  }

  @Property
  void whoeverMissedTheLastProbeGetsNoWork(@ForAll @Size(max = 30) List<Event> before) {
    assertThat(after(before).miss("gone", START).state()).isNotEqualTo(State.ANSWERING);
  }

  @Property
  void aDroppedConnectionAloneNeverMakesItSilent(@ForAll @Size(max = 30) List<Event> before) {
    Reach reach = after(before);

    State dropped = reach.drop(START).state();

    assertThat(dropped == State.SILENT).isEqualTo(reach.state() == State.SILENT);
    assertThat(dropped).isNotEqualTo(State.ANSWERING);
  }

  @Property
  void itsStateIsAsOldAsItsLastChange(@ForAll @Size(min = 1, max = 30) List<Event> events) {
    Instant now = START;
    Reach reach = Reach.unasked(now);
    Instant changed = now;
    for (Event event : events) {
      now = now.plusSeconds(SECONDS);
      Reach next = step(reach, event, now);
      changed = next.state() == reach.state() ? changed : now;
      reach = next;
      assertThat(reach.since()).isEqualTo(changed);
    }
  }

  private static Reach after(List<Event> events) {
    Instant now = START.minusSeconds((long) SECONDS * events.size());
    Reach reach = Reach.unasked(now);
    for (Event event : events) {
      now = now.plusSeconds(SECONDS);
      reach = step(reach, event, now);
    }
    return reach;
  }

  private static Reach step(Reach reach, Event event, Instant now) {
    return switch (event) {
      case ANSWER -> reach.answer(now);
      case MISS -> reach.miss("silent", now);
      case DROP -> reach.drop(now);
    };
  }
}
