package dev.easel.adapter.imaging;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The codec over {@code javax.imageio}, TwelveMonkeys' JPEG reader and libwebp. Encoding the same
 * input twice gives the same bytes.
 */
@ApplicationScoped
public class ImageIoCodec implements ImageCodec {

  private static final int THUMBNAIL_QUALITY = 82;

  @Override
  public byte[] encode(
      BufferedImage image, ImageFormat format, int quality, Provenance provenance) {
    requireQuality(quality);
    BufferedImage canonical = Pixels.canonical(image);
    byte[] xmp = XmpPacket.of(provenance);
    try {
      return switch (format) {
        case PNG -> PngWriter.write(canonical, xmp);
        case JPEG -> JpegFile.withXmp(ImageEncoder.jpeg(canonical, quality), xmp);
        case WEBP ->
            WebpFile.withXmp(
                ImageEncoder.webp(canonical, quality), image.getWidth(), image.getHeight(), xmp);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public BufferedImage decode(byte[] content) {
    return ImageDecoder.decode(content);
  }

  @Override
  public byte[] thumbnail(BufferedImage image, int edge) {
    BufferedImage small = Thumbnail.of(Pixels.onWhite(Pixels.canonical(image)), edge);
    try {
      return ImageEncoder.jpeg(small, THUMBNAIL_QUALITY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void requireQuality(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality " + quality + " is not within 1–100");
    }
  }
}
