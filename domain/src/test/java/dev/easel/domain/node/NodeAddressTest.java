package dev.easel.domain.node;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NodeAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://10.0.0.5:8188, http://10.0.0.5:8188",
    "http://10.0.0.5:8188/, http://10.0.0.5:8188",
    "HTTP://GPU-1.Example.org:80//, http://gpu-1.example.org",
    "https://gpu.example.org:443/comfy/, https://gpu.example.org/comfy",
    "https://gpu.example.org/a/../b, https://gpu.example.org/b",
    "http://[fd00::1]:8188, http://[fd00::1]:8188",
    "' http://localhost:8188 ', http://localhost:8188"
  })
  void oneNodeHasOneAddress(String given, String written) {
    assertThat(NodeAddress.of(given)).contains(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "gpu-1",
        "10.0.0.5:8188",
        "ftp://gpu-1/",
        "file:///etc/passwd",
        "http:///nowhere",
        "http://",
        "http://user:secret@gpu-1/",
        "http://gpu-1/?a=b",
        "http://gpu-1/#top",
        "http://gpu 1/",
        "http://gpu-1:0/",
        "http://gpu-1:65536/",
        "javascript:alert(1)"
      })
  void whatIsNoPlaceOnTheWebIsNone(String given) {
    assertThat(NodeAddress.of(given)).isEmpty();
  }

  @Test
  void anAddressFitsItsColumn() {
    assertThat(NodeAddress.of("http://gpu/" + "a".repeat(NodeAddress.LONGEST))).isEmpty();
  }
}
