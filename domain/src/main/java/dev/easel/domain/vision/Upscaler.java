package dev.easel.domain.vision;

/** Ways of making a picture larger. */
public enum Upscaler {
  /** The network for everything, quick: Real-ESRGAN general x4v3. Cleans noise as well. */
  GENERAL,
  /** The large network for photographs: Real-ESRGAN x4plus. Slow, and not installed by default. */
  PHOTO,
  /** The network for line art and animation: Real-ESRGAN x4plus anime. */
  ANIME,
  /** No network: interpolation, which adds nothing. */
  LANCZOS
}
