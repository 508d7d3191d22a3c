package dev.easel.domain.generation;

import dev.easel.domain.catalog.Capability;

/** What kind of work a generation is; decides its id prefix and the capability its model needs. */
public enum Operation {
  TEXT_TO_IMAGE("gen", Capability.TEXT_TO_IMAGE),
  IMAGE_TO_IMAGE("gen", Capability.IMAGE_TO_IMAGE),
  INPAINT("inp", Capability.INPAINTING);

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
}
