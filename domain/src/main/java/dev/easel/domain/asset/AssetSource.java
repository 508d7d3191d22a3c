package dev.easel.domain.asset;

import java.util.Locale;

/** How an asset came here first. */
public enum AssetSource {
  /** As a file of its own. */
  UPLOAD,
  /** Inside a request: a data URL, base64, or a part of a form. */
  INLINE,
  /** Read from an address. */
  URL;

  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
