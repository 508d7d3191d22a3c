package dev.easel.domain.vision;

/** What a picture has suffered. */
public enum Damage {
  /** Grain of a sensor or of film. */
  NOISE,
  /** Blocks and fringes of strong JPEG compression. */
  JPEG
}
