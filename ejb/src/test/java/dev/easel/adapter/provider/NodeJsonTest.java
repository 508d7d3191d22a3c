package dev.easel.adapter.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeJsonTest {

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "[", "{\"a\":", "no", "{\"a\":1e}", "\u0000"})
  void whatIsNoJsonIsNone(String text) {
    assertThat(NodeJson.structure(text)).isEmpty();
  }

  @Test
  void whatIsNestedWithoutEndIsNone() {
    assertThat(NodeJson.structure("[".repeat(100_000))).isEmpty();
  }
}
