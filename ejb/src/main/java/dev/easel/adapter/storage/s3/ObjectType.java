package dev.easel.adapter.storage.s3;

/** What an object is told to be, for those who look into the bucket by other means. */
final class ObjectType {

  private ObjectType() {}

  /** By the ending of its key. */
  static String of(String key) {
    return switch (key.substring(key.lastIndexOf('.') + 1)) {
      case "png" -> "image/png";
      case "jpeg", "jpg" -> "image/jpeg";
      case "webp" -> "image/webp";
      case "gif" -> "image/gif";
      default -> "application/octet-stream";
    };
  }
}
