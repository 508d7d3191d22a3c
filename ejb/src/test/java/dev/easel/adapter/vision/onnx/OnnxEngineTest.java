package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What is packed of ONNX Runtime. */
class OnnxEngineTest {

  /** Version 1.29 did so by default, and ended servers with a long command line on top. */
  @Test
  void theLibraryReportsToNobody() throws IOException {
    try (InputStream in = getClass().getResourceAsStream(OnnxEngine.resource("onnxruntime"))) {
      String library = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
      assertThat(library.contains("events.data.microsoft.com")).isFalse();
    }
  }
}
