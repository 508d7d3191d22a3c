package dev.easel.adapter.storage.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class S3SettingsTest {

  @Test
  void aBucketIsEnoughForAws() {
    S3Settings settings = settings("bucket", "pictures");

    assertThat(settings.login()).isEmpty();
    assertThat(settings.endpoint()).isEmpty();
    assertThat(settings.pathStyle()).isFalse();
    assertThat(settings.redirects()).isFalse();
    assertThat(settings.prefix()).isEmpty();
    assertThat(settings.addressLifetime()).isEqualTo(Duration.ofMinutes(10));
    assertThat(settings.place()).isEqualTo("s3://pictures/");
  }

  @Test
  void aServerThatIsNotAwsIsAskedByPath() {
    S3Settings settings =
        settings("bucket", "pictures", "endpoint", "http://minio:9000", "prefix", "/a/b/");

    assertThat(settings.pathStyle()).isTrue();
    assertThat(settings.prefix()).isEqualTo("a/b/");
    assertThat(settings.endpoint()).contains(URI.create("http://minio:9000"));
    assertThat(settings.place()).isEqualTo("s3://pictures/a/b/ at http://minio:9000");
  }

  @Test
  void theSecretMayBeInAFileAndIsNotPrinted(@TempDir Path directory) throws IOException {
    Path file = Files.writeString(directory.resolve("secret"), "very-secret\n");

    S3Settings settings =
        settings("bucket", "p", "access-key", "me", "secret-key-file", file.toString());

    assertThat(settings.login().orElseThrow().secretKey()).isEqualTo("very-secret");
    assertThat(settings.toString()).contains("me").doesNotContain("very-secret");
  }

  @ParameterizedTest
  @CsvSource({
    "bucket, ''",
    "endpoint, nowhere",
    "endpoint, ftp://host",
    "endpoint, 'http://a b'",
    "timeout, 30",
    "timeout, PT0S",
    "delivery, both",
    "address-lifetime, P8D",
    "access-key, alone",
    "secret-key, alone"
  })
  void whatMakesNoSenseIsNamed(String name, String value) {
    assertThatThrownBy(() -> settings("bucket", "pictures", name, value))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("easel.storage.s3.");
  }

  private static S3Settings settings(String... namesAndValues) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      values.put("easel.storage.s3." + namesAndValues[i], namesAndValues[i + 1]);
    }
    return S3Settings.of(key -> Optional.ofNullable(values.get(key)));
  }
}
