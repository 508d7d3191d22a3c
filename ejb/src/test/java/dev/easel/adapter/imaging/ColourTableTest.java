package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;

/** How far colours move from file to pixels: mean of the absolute differences, 0–255. */
class ColourTableTest {

  private static final int SIZE = 128;
  private static final BufferedImage ORIGINAL = Samples.photo(SIZE, SIZE);

  private final ImageIoCodec codec = new ImageIoCodec();

  /** Read as if inks were light, it would be off by about fifty. */
  @Test
  void cmykJpegWithoutAProfile() throws IOException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIZE, SIZE, 4, null);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        inks.setPixel(x, y, inverted(ORIGINAL.getRGB(x, y)));
      }
    }
    byte[] adobe = Bytes.latin1("Adobe\0\144\0\0\0\0\0");
    byte[] jpeg = Samples.inserted(jpeg(inks), 2, Samples.jpegSegment(0xee, adobe));

    assertThat(error(codec.decode(jpeg))).isLessThan(2.5);
  }

  /** With its profile ignored, it would be off by more than eight. */
  @Test
  void adobeRgbJpeg() throws IOException {
    ICC_Profile adobe = ICC_Profile.getInstance(adobeRgb());
    ICC_Profile srgb = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
    WritableRaster wide = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIZE, SIZE, 3, null);
    new ColorConvertOp(new ICC_Profile[] {srgb, adobe}, null).filter(rgb(), wide);
    byte[] marked = Samples.inserted(adobeRgb(), 0, Bytes.latin1("ICC_PROFILE\0\1\1"));
    byte[] plain = jpegOf(wide);

    byte[] profiled = Samples.inserted(plain, 20, Samples.jpegSegment(0xe2, marked));

    assertThat(error(codec.decode(plain))).isGreaterThan(3);
    assertThat(error(codec.decode(profiled))).isLessThan(2.5);
  }

  @Test
  void sixteenBitPng() {
    ColorSpace srgb = ColorSpace.getInstance(ColorSpace.CS_sRGB);
    ComponentColorModel model =
        new ComponentColorModel(srgb, false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
    WritableRaster raster = model.createCompatibleWritableRaster(SIZE, SIZE);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int pixel = ORIGINAL.getRGB(x, y);
        raster.setPixel(
            x,
            y,
            new int[] {(pixel >> 16 & 255) * 257, (pixel >> 8 & 255) * 257, (pixel & 255) * 257});
      }
    }
    byte[] png = Samples.written(new BufferedImage(model, raster, false, null), "png");

    assertThat(error(codec.decode(png))).isZero();
  }

  @Test
  void webp() {
    assertThat(error(codec.decode(Samples.encoded(ORIGINAL, ImageFormat.WEBP)))).isLessThan(3.5);
  }

  /** As Photoshop stores inks: inverted, black taken out of the other three. */
  private static int[] inverted(int pixel) {
    int red = pixel >> 16 & 255;
    int green = pixel >> 8 & 255;
    int blue = pixel & 255;
    int light = Math.max(1, Math.max(red, Math.max(green, blue)));
    return new int[] {255 * red / light, 255 * green / light, 255 * blue / light, light};
  }

  private static Raster rgb() {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, SIZE, SIZE, 3, null);
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int pixel = ORIGINAL.getRGB(x, y);
        raster.setPixel(x, y, new int[] {pixel >> 16 & 255, pixel >> 8 & 255, pixel & 255});
      }
    }
    return raster;
  }

  private static byte[] jpegOf(WritableRaster rgb) throws IOException {
    BufferedImage image = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    image.getRaster().setPixels(0, 0, SIZE, SIZE, rgb.getPixels(0, 0, SIZE, SIZE, (int[]) null));
    return ImageEncoder.jpeg(image, 95);
  }

  private static byte[] jpeg(Raster raster) throws IOException {
    ImageWriter writer = ImageIoProviders.jpegWriter();
    ImageWriteParam best = writer.getDefaultWriteParam();
    best.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    best.setCompressionQuality(0.95f);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), best);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static double error(BufferedImage image) {
    long sum = 0;
    for (int y = 0; y < SIZE; y++) {
      for (int x = 0; x < SIZE; x++) {
        int a = image.getRGB(x, y);
        int b = ORIGINAL.getRGB(x, y);
        for (int shift = 0; shift < 24; shift += 8) {
          sum += Math.abs((a >> shift & 255) - (b >> shift & 255));
        }
      }
    }
    return sum / (3.0 * SIZE * SIZE);
  }

  /** Adobe RGB (1998) as the smallest profile there is: three colours, one gamma of 2.2. */
  private static byte[] adobeRgb() {
    double[][] points = {
      {0.9642, 1, 0.8249},
      {0.60974, 0.31111, 0.01947},
      {0.20528, 0.62567, 0.06087},
      {0.14919, 0.06322, 0.74457}
    };
    String[] names = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    int data = 128 + 4 + names.length * 12;
    ByteBuffer profile = ByteBuffer.allocate(data + 4 * 20 + 16);
    profile.putInt(profile.capacity()).putInt(0).putInt(0x02100000);
    profile.put(Bytes.latin1("mntrRGB XYZ "));
    profile.position(36).put(Bytes.latin1("acsp"));
    profile.position(68).putInt(0xf6d6).putInt(0x10000).putInt(0xd32d);
    profile.position(128).putInt(names.length);
    for (int i = 0; i < names.length; i++) {
      int at = data + Math.min(i, 4) * 20;
      profile.put(Bytes.latin1(names[i])).putInt(at).putInt(i < 4 ? 20 : 14);
    }
    for (double[] point : points) {
      profile.put(Bytes.latin1("XYZ \0\0\0\0"));
      for (double value : point) {
        profile.putInt((int) Math.round(value * 65_536));
      }
    }
    profile.put(Bytes.latin1("curv\0\0\0\0")).putInt(1).putShort((short) 0x0233);
    return profile.array();
  }
}
