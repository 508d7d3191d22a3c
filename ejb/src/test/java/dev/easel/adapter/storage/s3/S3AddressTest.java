package dev.easel.adapter.storage.s3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Addresses in the bucket, for browsers. */
class S3AddressTest {

  private static final String KEY = "images/3f/gen_3f2a/1/0.png";

  private static RealS3 server;

  @BeforeAll
  static void startServer(@TempDir Path directory) throws Exception {
    server = new RealS3(directory);
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @Test
  void browsersAreSentToASignedAddressOnlyIfThatIsWished() throws IOException {
    try (S3BlobStore store = new S3BlobStore(server.settings());
        S3BlobStore redirecting = new S3BlobStore(server.settings("delivery", "redirect"))) {
      store.put(KEY, bytes("pixels"));
      assertThat(store.address(KEY, "image/png", "img_1-image.png")).isEmpty();

      URI address = redirecting.address(KEY, "image/png", "img_1-image.png").orElseThrow();
      assertThat(address.getQuery()).contains("X-Amz-Expires=600");

      HttpURLConnection got = (HttpURLConnection) address.toURL().openConnection();
      assertThat(got.getResponseCode()).isEqualTo(200);
      assertThat(got.getHeaderField("Content-Type")).isEqualTo("image/png");
      assertThat(got.getHeaderField("Content-Disposition"))
          .isEqualTo("inline; filename=\"img_1-image.png\"");
      assertThat(got.getInputStream().readAllBytes()).isEqualTo(bytes("pixels"));

      URI other = URI.create(address.toString().replace("0.png", "1.png"));
      assertThat(((HttpURLConnection) other.toURL().openConnection()).getResponseCode())
          .isEqualTo(403);
    }
  }

  @Test
  void theAddressForBrowsersMayBeAnother() {
    try (S3BlobStore redirecting =
        new S3BlobStore(
            server.settings("delivery", "redirect", "public-endpoint", "https://s3.example.org"))) {
      assertThat(redirecting.address(KEY, "image/png", "a.png").orElseThrow().toString())
          .startsWith("https://s3.example.org/pictures/images/3f/");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
