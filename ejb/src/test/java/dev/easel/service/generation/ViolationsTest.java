package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.entry;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViolationsTest {

  private Violations violations;

  @BeforeEach
  void makeViolations() {
    violations = new Violations();
  }

  @Test
  void nothingWrongThrowsNothing() {
    violations.unless(true, "n", "never said");
    violations.range("n", null, 1, 4);

    assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
  }

  @Test
  void everythingWrongIsToldAtOnce() {
    violations.add("prompt", "is required");
    violations.range("n", 9, 1, 4);

    FailureException failure = thrown();

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(failure.fields())
        .containsExactly(entry("prompt", "is required"), entry("n", "must be between 1 and 4"));
  }

  @Test
  void theFirstReasonOfAFieldStays() {
    violations.add("n", "first");
    violations.add("n", "second");

    assertThat(thrown().fields()).containsEntry("n", "first");
  }

  @ParameterizedTest
  @ValueSource(doubles = {1.0, 2.5, 20.0})
  void bothEndsBelongToARange(double value) {
    violations.range("guidance", value, 1.0, 20.0);

    assertThatCode(violations::throwIfAny).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      doubles = {0.999, 20.001, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsOutsideOrNoNumberIsWrong(double value) {
    violations.range("guidance", value, 1.0, 20.0);

    assertThat(thrown().fields()).containsOnlyKeys("guidance");
  }

  private FailureException thrown() {
    return catchThrowableOfType(FailureException.class, violations::throwIfAny);
  }
}
