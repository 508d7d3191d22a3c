package dev.easel.adapter.identity;

import dev.easel.domain.identity.FirstRunNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Writes {@code first-run.json} or {@code setup-token} into the data directory, readable by its
 * owner only.
 */
@ApplicationScoped
public class FirstRunFile implements FirstRunNotice {

  private static final String CREDENTIALS = "first-run.json";
  private static final String TOKEN = "setup-token";

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  @Inject
  @ConfigProperty(name = "easel.port", defaultValue = "8080")
  int port;

  @Inject
  @ConfigProperty(name = "easel.public-url")
  Optional<String> publicUrl;

  @Override
  public void publish(String adminEmail, String adminPassword, String apiKey) {
    String text =
        Json.createObjectBuilder()
            .add("url", publicUrl.orElse("http://localhost:" + port))
            .add("admin_email", adminEmail)
            .add("admin_password", adminPassword)
            .add("api_key", apiKey)
            .build()
            .toString();
    keep(CREDENTIALS, text);
  }

  @Override
  public boolean isKept() {
    return Files.exists(Path.of(data).resolve(CREDENTIALS));
  }

  @Override
  public void askForOwner(String token) {
    keep(TOKEN, token);
  }

  @Override
  public void ownerCame() {
    try {
      Files.deleteIfExists(Path.of(data).resolve(TOKEN));
    } catch (IOException e) {
      throw new UncheckedIOException(TOKEN + " cannot be removed", e);
    }
  }

  private void keep(String name, String text) {
    try {
      write(Path.of(data).resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be written", e);
    }
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text + "\n");
  }
}
