package dev.easel.domain.generation;

import dev.easel.domain.catalog.Capability;
import java.util.Locale;

/** What kind of work a generation is; decides its id prefix and the capability its model needs. */
public enum Operation {
  TEXT_TO_IMAGE("gen", Capability.TEXT_TO_IMAGE),
  IMAGE_TO_IMAGE("gen", Capability.IMAGE_TO_IMAGE),
  INPAINT("inp", Capability.INPAINTING),
  FILTERS("proc", Capability.FILTERING),
  REMOVE_BACKGROUND("bg_remove", Capability.BACKGROUND_REMOVAL),
  UPSCALE("upscale", Capability.UPSCALING),
  RESTORE("restore", Capability.RESTORATION),
  ANALYZE("analyze", Capability.ANALYSIS);

  private final String prefix;
  private final Capability capability;

  Operation(String prefix, Capability capability) {
    this.prefix = prefix;
    this.capability = capability;
  }

  public String prefix() {
    return prefix;
  }

  public Capability capability() {
    return capability;
  }

  /** {@code remove-background}: as addresses of v2 name it. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it works on one given image by settings, and takes no prompt. */
  public boolean isProcess() {
    return compareTo(INPAINT) > 0;
  }

  /** Whether images come of it; else its answer is what it found. */
  public boolean makesImages() {
    return this != ANALYZE;
  }
}
