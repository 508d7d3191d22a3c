package dev.easel.adapter.imaging;

import static dev.easel.adapter.imaging.ImageIoCodecTest.assertNear;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import java.awt.Color;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files as cameras, scanners and other programs make them. */
class ForeignImageTest {

  private static final int WIDTH = 64;
  private static final int HEIGHT = 32;
  private static final Map<String, Color> COLOURS =
      Map.of("red", Color.RED, "green", Color.GREEN, "blue", Color.BLUE, "white", Color.WHITE);

  private final ImageIoCodec codec = new ImageIoCodec();

  /** Clockwise from the top left, as the EXIF specification draws the eight cases. */
  @ParameterizedTest
  @CsvSource({
    "1, red, green, white, blue",
    "2, green, red, blue, white",
    "3, white, blue, red, green",
    "4, blue, white, green, red",
    "5, red, blue, white, green",
    "6, blue, red, green, white",
    "7, white, green, red, blue",
    "8, green, white, blue, red"
  })
  void photographsAreTurnedUpright(
      int orientation, String topLeft, String topRight, String bottomRight, String bottomLeft) {
    byte[] exif = Samples.exif(orientation);

    for (byte[] file : new byte[][] {jpegWith(exif), pngWith(exif), webpWith(exif)}) {
      BufferedImage upright = codec.decode(file);
      int right = upright.getWidth() - 6;
      int bottom = upright.getHeight() - 6;

      assertThat(upright.getWidth()).isEqualTo(orientation < 5 ? WIDTH : HEIGHT);
      assertNear(upright.getRGB(5, 5), COLOURS.get(topLeft));
      assertNear(upright.getRGB(right, 5), COLOURS.get(topRight));
      assertNear(upright.getRGB(right, bottom), COLOURS.get(bottomRight));
      assertNear(upright.getRGB(5, bottom), COLOURS.get(bottomLeft));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 9, 65_535})
  void senselessOrientationsAreIgnored(int orientation) {
    BufferedImage image = codec.decode(jpegWith(Samples.exif(orientation)));

    assertNear(image.getRGB(5, 5), Color.RED);
  }

  @Test
  void cmykJpegsComeOutInTheirColours() throws IOException {
    BufferedImage image = codec.decode(cmykJpeg());

    assertThat(image.getType()).isEqualTo(BufferedImage.TYPE_INT_RGB);
    Color cyan = new Color(image.getRGB(8, 8));
    Color paper = new Color(image.getRGB(24, 8));
    assertThat(cyan.getRed()).isLessThan(60);
    assertThat(cyan.getBlue()).isGreaterThan(180);
    assertNear(paper.getRGB(), Color.WHITE);
  }

  @Test
  void greyLevelsStayAsTheyAre() {
    BufferedImage gray = new BufferedImage(256, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 256 * 16; i++) {
      gray.getRaster().setSample(i % 256, i / 256, 0, i % 256);
    }

    BufferedImage png = codec.decode(Samples.written(gray, "png"));
    BufferedImage jpeg = codec.decode(Samples.written(gray, "jpeg"));

    for (int level = 0; level < 256; level += 17) {
      assertThat(png.getRGB(level, 8)).isEqualTo(0xff000000 | level * 0x010101);
      assertNear(jpeg.getRGB(level, 8), new Color(level, level, level));
    }
  }

  @Test
  void greyWithAlphaStaysAsItIs() {
    ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_GRAY);
    ComponentColorModel model =
        new ComponentColorModel(space, true, false, Transparency.TRANSLUCENT, DataBuffer.TYPE_BYTE);
    WritableRaster raster = model.createCompatibleWritableRaster(4, 4);
    raster.setPixel(1, 2, new int[] {77, 200});

    BufferedImage image =
        codec.decode(Samples.written(new BufferedImage(model, raster, false, null), "png"));

    assertThat(image.getRGB(1, 2)).isEqualTo(200 << 24 | 77 * 0x010101);
  }

  @Test
  void sixteenBitSamplesAreRounded() {
    BufferedImage gray = new BufferedImage(4, 4, BufferedImage.TYPE_USHORT_GRAY);
    gray.getRaster().setSample(2, 1, 0, 0x8080);

    BufferedImage image = codec.decode(Samples.written(gray, "png"));

    assertThat(image.getRGB(2, 1)).isEqualTo(0xff808080);
  }

  @Test
  void palettesAreResolved() {
    BufferedImage indexed = new BufferedImage(32, 32, BufferedImage.TYPE_BYTE_INDEXED);
    indexed.createGraphics().drawImage(Samples.corners(32, 32), 0, 0, null);

    for (String format : new String[] {"png", "gif"}) {
      BufferedImage image = codec.decode(Samples.written(indexed, format));

      assertNear(image.getRGB(2, 2), Color.RED);
      assertNear(image.getRGB(30, 30), Color.WHITE);
    }
  }

  @Test
  void aProfileInPngIsApplied() {
    // In linear light a value of 55 is what sRGB writes as about 128.
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    BufferedImage dark = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
    dark.setRGB(1, 1, 0x373737);
    byte[] png = Samples.written(dark, "png");

    BufferedImage image = codec.decode(withChunk(png, "iCCP", profileChunk(linear)));

    assertNear(image.getRGB(1, 1), new Color(128, 128, 128));
  }

  @Test
  void aProfileInJpegIsApplied() {
    byte[] linear = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    BufferedImage dark = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
    Arrays.fill(Pixels.array(dark), 0x373737);
    byte[] marked = Samples.inserted(linear, 0, Bytes.latin1("ICC_PROFILE\0\1\1"));
    byte[] jpeg = Samples.written(dark, "jpeg");

    BufferedImage image =
        codec.decode(Samples.inserted(jpeg, 2, Samples.jpegSegment(0xe2, marked)));

    assertNear(image.getRGB(8, 8), new Color(128, 128, 128));
  }

  @Test
  void aSenselessProfileIsIgnored() {
    byte[] png = Samples.written(Samples.corners(16, 16), "png");

    BufferedImage image =
        codec.decode(withChunk(png, "iCCP", profileChunk(Bytes.latin1("no profile"))));

    assertThat(image.getRGB(2, 2)).isEqualTo(0xffff0000);
  }

  @Test
  void nothingButPixelsGoesOn() {
    byte[] png = pngWith(Samples.exif(1));
    byte[] spoken = withChunk(png, "tEXt", Bytes.latin1("Comment\0GPS 47.1 8.5"));

    byte[] again = Samples.encoded(codec.decode(spoken), ImageFormat.PNG);

    assertThat(new String(again, StandardCharsets.ISO_8859_1))
        .doesNotContain("GPS")
        .doesNotContain("eXIf");
  }

  private static byte[] jpegWith(byte[] exif) {
    byte[] jpeg = Samples.encoded(Samples.corners(WIDTH, HEIGHT), ImageFormat.JPEG);
    byte[] marked = Samples.inserted(exif, 0, Bytes.latin1("Exif\0\0"));
    return Samples.inserted(jpeg, 2, Samples.jpegSegment(0xe1, marked));
  }

  private static byte[] pngWith(byte[] exif) {
    return withChunk(
        Samples.encoded(Samples.corners(WIDTH, HEIGHT), ImageFormat.PNG), "eXIf", exif);
  }

  private static byte[] webpWith(byte[] exif) {
    byte[] webp = Samples.encoded(Samples.corners(WIDTH, HEIGHT), ImageFormat.WEBP);
    byte[] header = Bytes.latin1("EXIF" + (char) exif.length + "\0\0\0");
    byte[] longer = Samples.inserted(webp, webp.length, Samples.inserted(exif, 0, header));
    int size = longer.length - 8;
    longer[4] = (byte) size;
    longer[5] = (byte) (size >> 8);
    longer[6] = (byte) (size >> 16);
    return longer;
  }

  private static byte[] withChunk(byte[] png, String type, byte[] data) {
    int afterHeader = 8 + 25;
    return Samples.inserted(png, afterHeader, Samples.pngChunk(type, data));
  }

  private static byte[] profileChunk(byte[] profile) {
    Deflater deflater = new Deflater();
    deflater.setInput(profile);
    deflater.finish();
    byte[] buffer = new byte[profile.length + 1_000];
    int length = deflater.deflate(buffer);
    deflater.end();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(Bytes.latin1("name\0\0"));
    out.write(buffer, 0, length);
    return out.toByteArray();
  }

  /** Left half full cyan, right half paper; Adobe's mark says that inks are stored inverted. */
  private static byte[] cmykJpeg() throws IOException {
    WritableRaster inks = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 32, 16, 4, null);
    inks.setPixels(0, 0, 32, 16, filled(32 * 16 * 4, 255));
    for (int i = 0; i < 16 * 16; i++) {
      inks.setSample(i % 16, i / 16, 0, 0);
    }
    byte[] adobe = Bytes.latin1("Adobe\0\144\0\0\0\0\0");
    return Samples.inserted(rasterJpeg(inks), 2, Samples.jpegSegment(0xee, adobe));
  }

  private static byte[] rasterJpeg(Raster raster) throws IOException {
    ImageWriter writer = ImageIoProviders.jpegWriter();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(raster, null, null), null);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static int[] filled(int length, int value) {
    int[] values = new int[length];
    Arrays.fill(values, value);
    return values;
  }
}
