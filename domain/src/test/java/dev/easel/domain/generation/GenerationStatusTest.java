package dev.easel.domain.generation;

import static dev.easel.domain.generation.GenerationStatus.CANCELLED;
import static dev.easel.domain.generation.GenerationStatus.COMPLETED;
import static dev.easel.domain.generation.GenerationStatus.FAILED;
import static dev.easel.domain.generation.GenerationStatus.PROCESSING;
import static dev.easel.domain.generation.GenerationStatus.QUEUED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GenerationStatusTest {

  @Test
  void allowsTheseTransitionsAndNoOthers() {
    assertThat(successors(QUEUED)).containsExactlyInAnyOrder(PROCESSING, FAILED, CANCELLED);
    assertThat(successors(PROCESSING))
        .containsExactlyInAnyOrder(QUEUED, PROCESSING, COMPLETED, FAILED, CANCELLED);
    assertThat(successors(COMPLETED)).isEmpty();
    assertThat(successors(FAILED)).isEmpty();
    assertThat(successors(CANCELLED)).isEmpty();
  }

  @Test
  void isFinalWhereNothingFollows() {
    assertThat(GenerationStatus.values())
        .allSatisfy(s -> assertThat(s.isFinal()).isEqualTo(successors(s).isEmpty()));
  }

  @Test
  void isWrittenAsTheDescriptionWritesIt() {
    assertThat(Arrays.stream(GenerationStatus.values()).map(GenerationStatus::wire))
        .containsExactly("queued", "processing", "completed", "failed", "cancelled");
  }

  private static Set<GenerationStatus> successors(GenerationStatus status) {
    Set<GenerationStatus> found = EnumSet.noneOf(GenerationStatus.class);
    Arrays.stream(GenerationStatus.values()).filter(status::canBecome).forEach(found::add);
    return found;
  }
}
