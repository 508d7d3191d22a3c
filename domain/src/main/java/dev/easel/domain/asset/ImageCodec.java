package dev.easel.domain.asset;

import java.awt.image.BufferedImage;

/** Turns pixels into files and files into pixels. Thread-safe. */
public interface ImageCodec {

  /**
   * Encodes sRGB pixels and embeds the provenance as XMP, beside what is kept of another file.
   *
   * @param quality 1–100, for JPEG and lossy WebP; PNG ignores it
   * @param metadata {@link Metadata#NONE}, or what {@link #metadata} returned for these pixels
   * @throws java.io.UncheckedIOException if the encoder fails
   */
  byte[] encode(
      BufferedImage image,
      ImageFormat format,
      int quality,
      Provenance provenance,
      Metadata metadata);

  /** An image that is made from no other file. */
  default byte[] encode(
      BufferedImage image, ImageFormat format, int quality, Provenance provenance) {
    return encode(image, format, quality, provenance, Metadata.NONE);
  }

  /**
   * What of a file's EXIF, ICC profile and XMP can go into a file made from it. Places, thumbnails
   * and the camera maker's own notes stay behind, and the orientation, which {@link #decode} has
   * applied. Whatever is damaged or excessive is left out and told; it is never an error.
   *
   * @param width of the new picture
   * @param height of the new picture
   */
  Metadata metadata(byte[] content, int width, int height);

  /**
   * Reads the head of a file and judges its size, without decoding a pixel: whatever the head
   * promises, this takes neither time nor memory worth mentioning.
   *
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_IMAGE} if the bytes are no such
   *     image or exceed the caps of bytes and pixels
   */
  ImageFacts inspect(byte[] content);

  /**
   * Decodes PNG, JPEG, WebP or GIF to sRGB, upright (EXIF orientation applied). The kind is taken
   * from the content, dimensions are checked before any pixel is decoded.
   *
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_IMAGE} if the bytes are no such
   *     image or exceed the pixel cap
   */
  BufferedImage decode(byte[] content);

  /**
   * The thumbnail of a file: as of what {@link #decode} gives, in less time. All of the file is
   * read, so that damage is told.
   *
   * @throws dev.easel.domain.shared.FailureException as {@link #decode}
   */
  default byte[] thumbnail(byte[] content, int edge) {
    return thumbnail(decode(content), edge);
  }

  /** A JPEG whose longer edge is at most {@code edge} pixels; transparency is laid upon white. */
  byte[] thumbnail(BufferedImage image, int edge);
}
