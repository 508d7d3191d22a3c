package dev.easel.adapter.imaging;

import java.util.Arrays;
import java.util.Optional;

/** The file kinds that are read, told apart by their first bytes and by nothing else. */
enum ImageKind {
  PNG,
  JPEG,
  WEBP,
  GIF;

  static Optional<ImageKind> of(byte[] content) {
    return Arrays.stream(values()).filter(kind -> kind.opens(content)).findFirst();
  }

  private boolean opens(byte[] content) {
    return switch (this) {
      case PNG -> Bytes.startsWith(content, 0, "\u0089PNG\r\n\u001a\n");
      case JPEG -> Bytes.startsWith(content, 0, "\u00ff\u00d8\u00ff");
      case WEBP -> Bytes.startsWith(content, 0, "RIFF") && Bytes.startsWith(content, 8, "WEBP");
      case GIF -> Bytes.startsWith(content, 0, "GIF87a") || Bytes.startsWith(content, 0, "GIF89a");
    };
  }
}
