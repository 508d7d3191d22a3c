package dev.easel.adapter.imaging;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads untrusted files: kind, then size, then pixels, and any trouble is one refusal. */
final class ImageDecoder {

  /** Room for a 4096² photograph in PNG; larger uploads are no input for any model. */
  static final int MAX_BYTES = 25 << 20;

  /** The largest output of any model; decoded, this is 64 MiB of heap. */
  static final long MAX_PIXELS = 4096L * 4096;

  private ImageDecoder() {}

  static BufferedImage decode(byte[] content) {
    if (content.length > MAX_BYTES) {
      throw refusal("Image exceeds " + (MAX_BYTES >> 20) + " MB");
    }
    ImageKind kind =
        ImageKind.of(content)
            .orElseThrow(() -> refusal("Image is none of PNG, JPEG, WebP and GIF"));
    try {
      return switch (kind) {
        case PNG -> png(content);
        case JPEG -> jpeg(content);
        case WEBP -> webp(content);
        case GIF -> Pixels.canonical(read(kind, content));
      };
    } catch (FailureException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders meet damage with exceptions of every kind, unchecked ones included.
      FailureException refusal = refusal("Image is damaged: not a readable " + kind);
      refusal.initCause(e);
      throw refusal;
    }
  }

  private static BufferedImage png(byte[] content) throws IOException {
    PngFile file = PngFile.parse(content);
    BufferedImage image = Pixels.canonical(read(ImageKind.PNG, file.pixelsOnly()));
    ColourProfile.toSrgb(image, file.profile());
    return Orientation.upright(image, Orientation.ofExif(file.exif()));
  }

  private static BufferedImage jpeg(byte[] content) throws IOException {
    JpegFile.requireWhole(content);
    BufferedImage image = Pixels.canonical(read(ImageKind.JPEG, content));
    return Orientation.upright(image, Orientation.ofJpeg(content));
  }

  private static BufferedImage webp(byte[] content) throws IOException {
    WebpFile file = WebpFile.parse(content);
    BufferedImage image = Pixels.canonical(readWebp(content));
    ColourProfile.toSrgb(image, file.chunk("ICCP"));
    return Orientation.upright(image, Orientation.ofExif(file.chunk("EXIF")));
  }

  /** libwebp reports "out of memory" for damaged Huffman tables, too; the heap is not involved. */
  private static BufferedImage readWebp(byte[] content) throws IOException {
    try {
      return read(ImageKind.WEBP, content);
    } catch (OutOfMemoryError e) {
      throw new IOException("libwebp gave up", e);
    }
  }

  private static BufferedImage read(ImageKind kind, byte[] content) throws IOException {
    ImageReader reader = ImageIoProviders.reader(kind);
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      reader.setInput(in, true, true);
      requireSize(reader.getWidth(0), reader.getHeight(0));
      return reader.read(0);
    } finally {
      reader.dispose();
    }
  }

  private static void requireSize(int width, int height) {
    if ((long) width * height > MAX_PIXELS) {
      throw refusal("Image of " + width + "x" + height + " exceeds 4096x4096 pixels");
    }
  }

  private static FailureException refusal(String message) {
    return FailureException.of(FailureCode.INVALID_IMAGE, message);
  }
}
