package dev.easel.adapter.imaging;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import dev.easel.domain.asset.ImageFacts;
import dev.easel.domain.asset.InputFormat;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads untrusted files: kind, then size, then pixels, and any trouble is one refusal. */
final class ImageDecoder {

  private static final int FIRST_LYING = 5;

  private final ImageCaps caps;

  ImageDecoder(ImageCaps caps) {
    this.caps = caps;
  }

  /** What the head tells, once it is judged. */
  ImageFacts inspect(byte[] content) {
    ImageKind kind = kind(content);
    return guarded(kind, () -> facts(kind, content));
  }

  BufferedImage decode(byte[] content) {
    ImageKind kind = kind(content);
    return guarded(kind, () -> pixels(kind, content));
  }

  /**
   * The picture for a thumbnail: judged and read as a whole, and possibly smaller than it is.
   *
   * @param edge what the longer edge has at least, unless the picture has less
   */
  BufferedImage decode(byte[] content, int edge) {
    ImageKind kind = kind(content);
    return guarded(
        kind, () -> kind == ImageKind.JPEG ? jpeg(content, edge) : pixels(kind, content));
  }

  private ImageKind kind(byte[] content) {
    if (content.length > caps.bytes()) {
      throw refusal("Image exceeds " + (caps.bytes() >> 20) + " MB");
    }
    return ImageKind.of(content)
        .orElseThrow(() -> refusal("Image is none of PNG, JPEG, WebP and GIF"));
  }

  /** Work on a file that may be damaged. */
  private interface Reading<T> {
    T run() throws IOException;
  }

  private static <T> T guarded(ImageKind kind, Reading<T> reading) {
    try {
      return reading.run();
    } catch (FailureException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The decoders meet damage with exceptions of every kind, unchecked ones included.
      FailureException refusal = refusal("Image is damaged: not a readable " + kind);
      refusal.initCause(e);
      throw refusal;
    }
  }

  private ImageFacts facts(ImageKind kind, byte[] content) throws IOException {
    ImageHead head = judged(kind, content);
    boolean lying = orientation(kind, content) >= FIRST_LYING;
    int width = (int) (lying ? head.height() : head.width());
    int height = (int) (lying ? head.width() : head.height());
    return new ImageFacts(InputFormat.valueOf(kind.name()), width, height);
  }

  private static int orientation(ImageKind kind, byte[] content) throws IOException {
    return switch (kind) {
      case PNG -> Orientation.ofExif(PngFile.parse(content).exif());
      case JPEG -> Orientation.ofJpeg(content);
      case WEBP -> Orientation.ofExif(WebpFile.parse(content).chunk("EXIF"));
      case GIF -> 1;
    };
  }

  private BufferedImage pixels(ImageKind kind, byte[] content) throws IOException {
    judged(kind, content);
    return switch (kind) {
      case PNG -> png(content);
      case JPEG -> jpeg(content);
      case WEBP -> webp(content);
      case GIF -> Pixels.canonical(read(kind, content));
    };
  }

  private ImageHead judged(ImageKind kind, byte[] content) throws IOException {
    ImageHead head = ImageHead.of(kind, content);
    requireSize(head.width(), head.height());
    return head;
  }

  private BufferedImage png(byte[] content) throws IOException {
    PngFile file = PngFile.parse(content);
    byte[] plain = file.pixelsOnly();
    PngData.requireWhole(plain);
    BufferedImage image = Pixels.canonical(read(ImageKind.PNG, plain));
    ColourProfile.toSrgb(image, file.profile());
    return Orientation.upright(image, Orientation.ofExif(file.exif()));
  }

  private BufferedImage jpeg(byte[] content) throws IOException {
    JpegFile.requireWhole(content);
    BufferedImage image = Pixels.canonical(read(ImageKind.JPEG, content));
    return Orientation.upright(image, Orientation.ofJpeg(content));
  }

  private BufferedImage jpeg(byte[] content, int edge) throws IOException {
    int factor = JpegShrink.factor(judged(ImageKind.JPEG, content), edge);
    JpegFile.requireWhole(content);
    if (factor < 2 || !JpegShrink.takes(content)) {
      return jpeg(content);
    }
    Raster samples = read(ImageKind.JPEG, content, reader -> reader.readRaster(0, null));
    return JpegShrink.takes(samples)
        ? Orientation.upright(JpegShrink.shrunk(samples, factor), Orientation.ofJpeg(content))
        : jpeg(content);
  }

  private BufferedImage webp(byte[] content) throws IOException {
    WebpFile file = WebpFile.parse(content);
    BufferedImage image = Pixels.canonical(readWebp(content));
    ColourProfile.toSrgb(image, file.chunk("ICCP"));
    return Orientation.upright(image, Orientation.ofExif(file.chunk("EXIF")));
  }

  /** libwebp reports "out of memory" for damaged Huffman tables, too; the heap is not involved. */
  private BufferedImage readWebp(byte[] content) throws IOException {
    try {
      return read(ImageKind.WEBP, content);
    } catch (OutOfMemoryError e) {
      throw new IOException("libwebp gave up", e);
    }
  }

  /** What is had of a reader. */
  private interface Output<T> {
    T of(ImageReader reader) throws IOException;
  }

  private BufferedImage read(ImageKind kind, byte[] content) throws IOException {
    return read(kind, content, reader -> reader.read(0));
  }

  private <T> T read(ImageKind kind, byte[] content, Output<T> output) throws IOException {
    ImageReader reader = ImageIoProviders.reader(kind);
    try (ImageInputStream in = new ByteArrayImageInputStream(content)) {
      reader.setInput(in, true, true);
      requireSize(reader.getWidth(0), reader.getHeight(0));
      return output.of(reader);
    } finally {
      reader.dispose();
    }
  }

  private void requireSize(long width, long height) {
    // Neither fits where both are above 2^31, so no product overflows unseen.
    if (width > caps.pixels() || height > caps.pixels() || width * height > caps.pixels()) {
      throw refusal(
          "Image of " + width + "x" + height + " exceeds " + caps.pixels() + " pixels in all");
    }
  }

  private static FailureException refusal(String message) {
    return FailureException.of(FailureCode.INVALID_IMAGE, message);
  }
}
