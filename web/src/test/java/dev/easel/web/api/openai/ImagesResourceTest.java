package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.FailureException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ImagesResourceTest {

  @Test
  void aRequestWithoutBodyIsRefused() {
    refused(() -> new ImagesResource().create(null, null, null, null, null));
    refused(() -> new ImagesResource().stream(null, null, null, null, null, null));
  }

  private static void refused(ThrowingCallable request) {
    assertThatThrownBy(request)
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("body is required");
  }
}
