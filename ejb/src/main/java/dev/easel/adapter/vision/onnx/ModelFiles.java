package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Unavailable;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.domain.shared.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** The bytes of the networks: shipped as resources, or lying in the directory of the operator. */
@ApplicationScoped
class ModelFiles {

  private static final String ROOM = "/dev/easel/vision/models/";

  @Inject VisionSettings settings;

  private final Properties manifest = manifest();

  boolean isInstalled(Model model) {
    return ModelFiles.class.getResource(resource(model)) != null || added(model).isPresent();
  }

  /** The network's file, which is the one the manifest knows and no other. */
  byte[] read(Model model) {
    try (InputStream shipped = ModelFiles.class.getResourceAsStream(resource(model))) {
      byte[] content = shipped == null ? readAdded(model) : shipped.readAllBytes();
      requireGenuine(model, content);
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What belongs to a shipped network and is no network. */
  InputStream beside(Model model, String ending) {
    return ModelFiles.class.getResourceAsStream(ROOM + model.file() + ending);
  }

  private byte[] readAdded(Model model) throws IOException {
    Path file = added(model).orElseThrow(() -> Unavailable.notInstalled(model.file()));
    long expected = Long.parseLong(manifest.getProperty(model.file() + ".bytes"));
    if (Files.size(file) != expected) {
      throw altered(model);
    }
    return Files.readAllBytes(file);
  }

  private Optional<Path> added(Model model) {
    Path file = settings.modelsDir().resolve(model.file() + ".onnx");
    return Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
  }

  private void requireGenuine(Model model, byte[] content) {
    String expected = manifest.getProperty(model.file() + ".sha256");
    if (!Sha256.hex(content).equals(expected)) {
      throw altered(model);
    }
  }

  private static IllegalStateException altered(Model model) {
    return new IllegalStateException(
        "the file of the model " + model.file() + " is not the one the manifest knows");
  }

  private static String resource(Model model) {
    return ROOM + model.file() + ".onnx";
  }

  private static Properties manifest() {
    Properties manifest = new Properties();
    try (InputStream in = ModelFiles.class.getResourceAsStream(ROOM + "models.properties")) {
      manifest.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return manifest;
  }
}
