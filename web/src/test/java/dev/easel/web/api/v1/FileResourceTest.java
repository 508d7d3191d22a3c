package dev.easel.web.api.v1;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import org.junit.jupiter.api.Test;

class FileResourceTest {

  @Test
  void aRequestWithoutBodyIsRefused() {
    assertThatThrownBy(() -> new FileResource().generate(null, null))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("body is required");
  }
}
