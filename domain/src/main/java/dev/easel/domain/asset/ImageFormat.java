package dev.easel.domain.asset;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** File formats the platform writes. {@code wire} is the name in answers, also the extension. */
public enum ImageFormat {
  PNG("png", "image/png", true),
  JPEG("jpeg", "image/jpeg", false),
  WEBP("webp", "image/webp", true);

  private final String wire;
  private final String mediaType;
  private final boolean transparency;

  ImageFormat(String wire, String mediaType, boolean transparency) {
    this.wire = wire;
    this.mediaType = mediaType;
    this.transparency = transparency;
  }

  /** Accepts {@code png}, {@code jpeg}, its alias {@code jpg}, and {@code webp}, in any case. */
  public static Optional<ImageFormat> parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).equals("jpg") ? "jpeg" : text;
    return Arrays.stream(values()).filter(f -> f.wire.equalsIgnoreCase(wanted)).findFirst();
  }

  public String wire() {
    return wire;
  }

  public String mediaType() {
    return mediaType;
  }

  public boolean keepsTransparency() {
    return transparency;
  }
}
