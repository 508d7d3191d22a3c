package dev.easel.adapter.vision;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The settings {@code easel.vision.*}. */
@ApplicationScoped
public class VisionSettings {

  @Inject
  @ConfigProperty(name = "easel.vision.enabled", defaultValue = "true")
  boolean enabled;

  @Inject
  @ConfigProperty(name = "easel.vision.threads", defaultValue = "0")
  int threads;

  @Inject
  @ConfigProperty(name = "easel.vision.permits", defaultValue = "1")
  int permits;

  @Inject
  @ConfigProperty(name = "easel.vision.idle", defaultValue = "PT10M")
  Duration idle;

  @Inject
  @ConfigProperty(name = "easel.vision.models-dir")
  Optional<String> modelsDir;

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  /** The defaults, with optional models in that directory: for commands and benchmarks. */
  public static VisionSettings standalone(Path modelsDir) {
    VisionSettings settings = new VisionSettings();
    settings.enabled = true;
    settings.permits = 1;
    settings.idle = Duration.ofMinutes(10);
    settings.modelsDir = Optional.of(modelsDir.toString());
    return settings;
  }

  /** Whether networks and OpenCV may be loaded at all. */
  public boolean enabled() {
    return enabled;
  }

  /** Threads that compute one call together. */
  public int threads() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  /** Calls of one heavy model at the same time. */
  public int permits() {
    return Math.max(1, permits);
  }

  /** How long a network that nobody uses is kept in memory. */
  public Duration idle() {
    return idle;
  }

  /** Where model files lie that are not shipped. */
  public Path modelsDir() {
    return modelsDir.map(Path::of).orElseGet(() -> Path.of(data, "models"));
  }
}
