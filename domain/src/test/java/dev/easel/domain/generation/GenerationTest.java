package dev.easel.domain.generation;

import static dev.easel.domain.generation.GenerationStatus.CANCELLED;
import static dev.easel.domain.generation.GenerationStatus.COMPLETED;
import static dev.easel.domain.generation.GenerationStatus.FAILED;
import static dev.easel.domain.generation.GenerationStatus.PROCESSING;
import static dev.easel.domain.generation.GenerationStatus.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GenerationTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Order ORDER =
      new Order(
          Operation.TEXT_TO_IMAGE,
          "stable-diffusion-xl",
          "a garden",
          "blur",
          "a garden, sunset",
          new Size(1024, 768),
          4,
          50,
          7.5,
          42,
          0.75,
          "k_euler_a",
          "DDIM",
          "hd",
          ImageFormat.WEBP,
          90,
          true,
          2,
          "img_a",
          "img_b",
          Edit.NONE,
          false,
          List.of(new Remark("sampler_wins", "The sampler wins")));
  private static final Origin ORIGIN =
      new Origin(Surface.V2, "req_1", "hash", "{}", "{\"n\":4}", "https://example.com", "user_1");

  /** What can happen to a generation, and where it leads from the two states that are not final. */
  private enum Move {
    CLAIM(PROCESSING, PROCESSING, g -> g.claim(NOW)),
    COMPLETE(null, COMPLETED, g -> g.complete(3, Credits.of(3), List.of(), NOW)),
    FAIL(FAILED, FAILED, g -> g.fail(ErrorKind.RENDER_FAILED, "broken", NOW)),
    RETRY(null, QUEUED, g -> g.retryAt(NOW.plusSeconds(5))),
    CANCEL(CANCELLED, PROCESSING, g -> g.cancel(NOW)),
    STOPPED(CANCELLED, CANCELLED, g -> g.stopped(NOW));

    private final GenerationStatus fromQueued;
    private final GenerationStatus fromProcessing;
    private final Consumer<Generation> verb;

    Move(GenerationStatus fromQueued, GenerationStatus fromProcessing, Consumer<Generation> verb) {
      this.fromQueued = fromQueued;
      this.fromProcessing = fromProcessing;
      this.verb = verb;
    }

    /** Null where the move is refused. */
    GenerationStatus from(GenerationStatus status) {
      return switch (status) {
        case QUEUED -> fromQueued;
        case PROCESSING -> fromProcessing;
        case COMPLETED, FAILED, CANCELLED -> null;
      };
    }
  }

  @Property(tries = 2000)
  void followsTheTableWhateverHappens(@ForAll List<Move> moves) {
    Generation generation = accepted();

    for (Move move : moves) {
      GenerationStatus expected = move.from(generation.status());
      int attempts = generation.attempt() + (move == Move.CLAIM && expected != null ? 1 : 0);
      Map<String, Object> before = state(generation);

      if (expected == null) {
        assertRefused(generation, move);
        assertThat(state(generation)).isEqualTo(before);
      } else {
        move.verb.accept(generation);
        assertThat(generation.status()).isEqualTo(expected);
      }

      assertThat(generation.attempt()).isEqualTo(attempts);
      assertConsistent(generation);
    }
  }

  @Test
  void startsQueuedWithWhatWasOrdered() {
    Generation generation = accepted();

    assertThat(generation.id()).matches("gen_[0-9a-f]{24}");
    assertThat(generation.status()).isEqualTo(QUEUED);
    assertThat(generation.attempt()).isZero();
    assertThat(generation.unitPrice()).isEqualTo(Credits.of(1));
    assertThat(generation.order()).isEqualTo(ORDER);
    assertThat(generation.remarks()).isEqualTo(ORDER.remarks());
    assertThat(generation.requestId()).isEqualTo("req_1");
    assertThat(generation.webhookUrl()).contains("https://example.com");
  }

  @Test
  void letsOnlyTheLatestAttemptWrite() {
    Generation generation = accepted();
    int lost = generation.claim(NOW);
    int running = generation.claim(NOW.plusSeconds(20));

    assertThat(generation.isHeldBy(lost)).isFalse();
    assertThat(generation.isHeldBy(running)).isTrue();

    generation.retryAt(NOW.plusSeconds(30));

    assertThat(generation.isHeldBy(running)).isFalse();
    assertThat(generation.claim(NOW.plusSeconds(31))).isEqualTo(running + 1);
    assertThat(generation.retryAt()).isEmpty();
  }

  @Test
  void asksARunningAttemptToStopAndKeepsAsking() {
    Generation generation = accepted();
    generation.claim(NOW);
    generation.cancel(NOW);
    generation.retryAt(NOW.plusSeconds(5));

    assertThat(generation.status()).isEqualTo(QUEUED);
    assertThat(generation.cancelRequested()).isTrue();
  }

  @Test
  void addsRemarksToThoseOfTheOrder() {
    Generation generation = accepted();
    generation.claim(NOW);
    generation.complete(3, Credits.of(3), List.of(new Remark("partial_result", "3 of 4")), NOW);

    assertThat(generation.remarks())
        .extracting(Remark::code)
        .containsExactly("sampler_wins", "partial_result");
  }

  @Test
  void cutsALongErrorBetweenCharacters() {
    Generation generation = accepted();
    generation.fail(ErrorKind.RENDER_FAILED, "x".repeat(999) + "🎨".repeat(9), NOW);

    assertThat(generation.errorMessage()).contains("x".repeat(999));
  }

  private static void assertRefused(Generation generation, Move move) {
    assertThatThrownBy(() -> move.verb.accept(generation))
        .isInstanceOfSatisfying(
            FailureException.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(FailureCode.CONFLICT);
              assertThat(refusal.details()).containsEntry("status", generation.status().wire());
            });
  }

  private static void assertConsistent(Generation generation) {
    GenerationStatus status = generation.status();
    assertThat(generation.completedAt().isPresent()).isEqualTo(status.isFinal());
    assertThat(generation.errorKind().isPresent()).isEqualTo(status == FAILED);
    assertThat(generation.captured().isZero()).isEqualTo(status != COMPLETED);
    assertThat(generation.delivered()).isEqualTo(status == COMPLETED ? 3 : 0);
    for (int number = 0; number <= generation.attempt() + 1; number++) {
      assertThat(generation.isHeldBy(number))
          .isEqualTo(status == PROCESSING && number == generation.attempt());
    }
  }

  private static Map<String, Object> state(Generation generation) {
    return Map.of(
        "status", generation.status(),
        "attempt", generation.attempt(),
        "cancelRequested", generation.cancelRequested(),
        "captured", generation.captured(),
        "delivered", generation.delivered(),
        "error", generation.errorMessage(),
        "retryAt", generation.retryAt(),
        "startedAt", generation.startedAt(),
        "completedAt", generation.completedAt(),
        "remarks", generation.remarks());
  }

  private static Generation accepted() {
    Caller caller = new Caller("ten_1", "usr_1", "key_1", "pro", true);
    return new Generation(caller, ORDER, ORIGIN, new Price("sdxl:*:1", 1, Credits.of(1), 1), NOW);
  }
}
