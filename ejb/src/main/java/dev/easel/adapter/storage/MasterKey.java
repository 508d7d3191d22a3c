package dev.easel.adapter.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret from which all others of this installation are derived: {@code easel.master-key} in
 * base64, or else the file {@code <easel.data>/master.key}, made on first start. Whoever loses it
 * loses every signed address and every sealed secret.
 */
@ApplicationScoped
public class MasterKey {

  static final int BYTES = 32;

  private static final Logger LOG = Logger.getLogger(MasterKey.class.getName());

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  @Inject
  @ConfigProperty(name = "easel.master-key")
  Optional<String> configured;

  private byte[] key;

  /** To be told of the start, the key is loaded: a wrong one fails the deployment. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    LOG.fine(() -> "Master key from " + configured.map(k -> "configuration").orElse("file"));
  }

  @PostConstruct
  void load() {
    key = configured.map(MasterKey::decoded).orElseGet(this::fromFile);
  }

  /** A key of 32 bytes for one purpose; different labels give unrelated keys. */
  public byte[] derive(String label) {
    return HmacSha256.of(key, label.getBytes(UTF_8));
  }

  private byte[] fromFile() {
    Path file = Path.of(data, "master.key").toAbsolutePath().normalize();
    try {
      return requireLength(MasterKeyFile.readOrCreate(file, BYTES), file.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot keep the master key in " + file, e);
    }
  }

  private static byte[] decoded(String text) {
    try {
      return requireLength(Base64.getDecoder().decode(text.strip()), "easel.master-key");
    } catch (IllegalArgumentException e) {
      // Not chained: the decoder's message quotes a character of the secret.
      throw new IllegalStateException("easel.master-key is not base64");
    }
  }

  private static byte[] requireLength(byte[] key, String source) {
    if (key.length != BYTES) {
      throw new IllegalStateException(
          source + " holds " + key.length + " bytes; a master key has " + BYTES);
    }
    return key;
  }
}
