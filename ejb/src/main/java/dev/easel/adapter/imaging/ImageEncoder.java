package dev.easel.adapter.imaging;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPWriteParam;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Lossy encoders for canonical images, bare of metadata. */
final class ImageEncoder {

  private ImageEncoder() {}

  static byte[] jpeg(BufferedImage canonical, int quality) throws IOException {
    ImageWriter writer = ImageIoProviders.jpegWriter();
    ImageWriteParam settings = writer.getDefaultWriteParam();
    settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    settings.setCompressionQuality(quality / 100f);
    return written(writer, Pixels.onWhite(canonical), settings);
  }

  /** Always lossy: 100 is the finest lossy setting, several times faster than lossless. */
  static byte[] webp(BufferedImage canonical, int quality) throws IOException {
    WebPWriteParam settings = new WebPWriteParam(Locale.ROOT);
    settings.setCompressionType(CompressionType.Lossy);
    settings.setCompressionQuality(quality / 100f);
    return written(ImageIoProviders.webpWriter(), canonical, settings);
  }

  private static byte[] written(ImageWriter writer, BufferedImage image, ImageWriteParam settings)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 18);
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
