package dev.easel.adapter.vision;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings as they are when the operator says nothing. */
public final class TestSettings {

  private TestSettings() {}

  public static VisionSettings defaults() {
    return VisionSettings.standalone(Path.of("target", "no-models"));
  }

  public static VisionSettings switchedOff() {
    VisionSettings settings = defaults();
    settings.enabled = false;
    return settings;
  }

  public static VisionSettings withModels(Path directory) {
    VisionSettings settings = defaults();
    settings.modelsDir = Optional.of(directory.toString());
    return settings;
  }

  public static VisionSettings withIdle(Duration idle) {
    VisionSettings settings = defaults();
    settings.idle = idle;
    return settings;
  }
}
