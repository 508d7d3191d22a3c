package dev.easel.adapter.imaging;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.InputLimits;
import dev.easel.domain.asset.Metadata;
import dev.easel.domain.asset.Provenance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The codec over {@code javax.imageio}, TwelveMonkeys' JPEG reader and libwebp. Encoding the same
 * input twice gives the same bytes.
 */
@ApplicationScoped
public class ImageIoCodec implements ImageCodec {

  private static final int THUMBNAIL_QUALITY = 82;
  private static final int BYTES_OF_A_PIXEL = 5;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-bytes", defaultValue = "" + InputLimits.MOST_BYTES)
  int mostBytes = InputLimits.MOST_BYTES;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-pixels", defaultValue = "" + InputLimits.MOST_PIXELS)
  long mostPixels = InputLimits.MOST_PIXELS;

  @Override
  public byte[] encode(
      BufferedImage image,
      ImageFormat format,
      int quality,
      Provenance provenance,
      Metadata metadata) {
    requireQuality(quality);
    byte[] xmp = XmpPacket.of(provenance, metadata.xmp());
    try {
      BufferedImage canonical = Pixels.canonical(image);
      if (metadata.profile().length > 0) {
        canonical = ColourProfile.fromSrgb(canonical, metadata.profile());
      }
      return switch (format) {
        case PNG -> PngWriter.write(canonical, xmp, metadata);
        case JPEG -> JpegFile.with(ImageEncoder.jpeg(canonical, quality), xmp, metadata);
        case WEBP ->
            WebpFile.with(
                ImageEncoder.webp(canonical, quality),
                image.getWidth(),
                image.getHeight(),
                xmp,
                metadata);
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public Metadata metadata(byte[] content, int width, int height) {
    return new MetadataReader(width, height).read(content);
  }

  @Override
  public ImageFacts inspect(byte[] content) {
    return decoder().inspect(content);
  }

  /** What was made here may have more bytes than what is taken, but none a pixel cannot use. */
  @Override
  public BufferedImage decode(byte[] content) {
    return roomyDecoder().decode(content);
  }

  private ImageDecoder roomyDecoder() {
    long room = Math.max(mostBytes, mostPixels * BYTES_OF_A_PIXEL);
    return new ImageDecoder(new ImageCaps((int) Math.min(Integer.MAX_VALUE, room), mostPixels));
  }

  private ImageDecoder decoder() {
    return new ImageDecoder(new ImageCaps(mostBytes, mostPixels));
  }

  @Override
  public byte[] thumbnail(byte[] content, int edge) {
    return thumbnail(roomyDecoder().decode(content, edge), edge);
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
