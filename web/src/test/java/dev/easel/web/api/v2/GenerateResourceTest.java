package dev.easel.web.api.v2;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import org.junit.jupiter.api.Test;

class GenerateResourceTest {

  @Test
  void aRequestWithoutBodyIsRefused() {
    assertThatThrownBy(() -> new GenerateResource().textToImage(null, null, null))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("body is required");
  }
}
