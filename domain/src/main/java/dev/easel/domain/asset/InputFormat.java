package dev.easel.domain.asset;

/** File formats the platform reads. {@code wire} is the name in answers, also the extension. */
public enum InputFormat {
  PNG("png", "image/png"),
  JPEG("jpeg", "image/jpeg"),
  WEBP("webp", "image/webp"),
  /** Its first frame counts. */
  GIF("gif", "image/gif");

  private final String wire;
  private final String mediaType;

  InputFormat(String wire, String mediaType) {
    this.wire = wire;
    this.mediaType = mediaType;
  }

  public static InputFormat of(ImageFormat format) {
    return switch (format) {
      case PNG -> PNG;
      case JPEG -> JPEG;
      case WEBP -> WEBP;
    };
  }

  public String wire() {
    return wire;
  }

  public String mediaType() {
    return mediaType;
  }
}
