package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IdempotencyHeadersTest {

  @ParameterizedTest
  @MethodSource("keys")
  void aKeyIsTakenAsItIs(String key) {
    assertThat(IdempotencyHeaders.checked(key)).isEqualTo(key);
  }

  static Stream<String> keys() {
    return Stream.of("k", "a key of two: words", "\u00e9", "x".repeat(255));
  }

  @Test
  void noneIsNone() {
    assertThat(IdempotencyHeaders.checked(null)).isNull();
  }

  @ParameterizedTest
  @MethodSource("noKeys")
  void whatTheDatabaseCannotKeepIsRefused(String key) {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> IdempotencyHeaders.checked(key));

    assertThat(refused.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refused.fields()).containsOnlyKeys("Idempotency-Key");
  }

  static Stream<String> noKeys() {
    return Stream.of("", "  ", "x".repeat(256), "a\0b", "a\uD83C");
  }
}
