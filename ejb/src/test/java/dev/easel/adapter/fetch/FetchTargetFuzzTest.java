package dev.easel.adapter.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.easel.domain.fetch.FetchException;
import java.nio.charset.StandardCharsets;

/** Whatever is written, it is refused or names one host and port in one way. */
class FetchTargetFuzzTest {

  @FuzzTest(maxDuration = "10s")
  void anyAddressIsReadInOneWayOrRefused(byte[] written) {
    if (written == null) {
      return;
    }
    String address = new String(written, StandardCharsets.UTF_8);
    try {
      FetchTarget target = FetchTarget.of(address);
      assertThat(target.host()).matches("[a-z0-9._-]+|[0-9a-fA-F:.]+");
      assertThat(target.uri().getRawUserInfo()).isNull();
      assertThat(target.uri().getScheme())
          .isEqualToIgnoringCase(target.secure() ? "https" : "http");
      assertThat(FetchTarget.of(target.uri().toString())).isEqualTo(target);
    } catch (FetchException e) {
      assertThat(e.reason()).isEqualTo(FetchException.Reason.URL_NOT_ALLOWED);
    }
  }
}
