package dev.easel.adapter.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileImageTest {

  private static final byte[] GIF_BOMB =
      Base64.getDecoder().decode("R0lGODn//x8fgAAAACH5BAAAAAAALAAAAAB//x8fAAA=");

  private final ImageIoCodec codec = new ImageIoCodec();

  @Test
  void aGifOfThirtyFiveBytesDoesNotUnfold() {
    assertRefusedAtOnce(GIF_BOMB);
  }

  /** The bomb above as found in the wild has a broken signature; this one gets past it. */
  @Test
  void aGifBombWithASoundSignatureIsRefusedForItsSize() {
    byte[] bomb =
        ByteBuffer.allocate(29)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(Bytes.latin1("GIF89a"))
            .putShort((short) 65_535)
            .putShort((short) 8_191)
            .put(new byte[] {0, 0, 0, ',', 0, 0, 0, 0})
            .putShort((short) 65_535)
            .putShort((short) 8_191)
            .array();

    assertThatThrownBy(() -> codec.decode(bomb)).hasMessageContaining("65535x8191");
    assertRefusedAtOnce(bomb);
  }

  @Test
  void aHugePngIsRefusedByItsHeader() {
    byte[] pixels = Samples.pngChunk("IDAT", deflated(1 << 20));
    byte[] end = Samples.pngChunk("IEND", new byte[0]);

    assertRefusedAtOnce(Samples.png(Samples.pngHeader(50_000, 50_000, 8, 2), pixels, end));
    assertRefusedAtOnce(Samples.png(Samples.pngHeader(4_097, 4_096, 1, 0), pixels, end));
    assertRefusedAtOnce(
        Samples.png(Samples.pngHeader(Integer.MAX_VALUE, Integer.MAX_VALUE, 8, 6), pixels, end));
  }

  @Test
  void aHugeJpegIsRefusedByItsHeader() {
    byte[] jpeg = Samples.encoded(Samples.photo(16, 16), ImageFormat.JPEG);
    int frame = indexOf(jpeg, 0xff, 0xc0);
    Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0xff);

    assertRefusedAtOnce(jpeg);
  }

  @Test
  void aHugeWebpIsRefusedByItsHeader() {
    byte[] webp = Samples.encoded(Samples.photo(16, 16), ImageFormat.WEBP);
    Arrays.fill(webp, 24, 30, (byte) 0x3f);

    assertRefusedAtOnce(webp);
  }

  @Test
  void textAndProfilesThatInflateWithoutEndAreRefused() {
    byte[] zeros = deflated(200 << 20);
    byte[] text = Samples.pngChunk("zTXt", prefixed("Comment\0\0", zeros));
    byte[] international = Samples.pngChunk("iTXt", prefixed("Comment\0\1\0en\0x\0", zeros));
    byte[] profile = Samples.pngChunk("iCCP", prefixed("bomb\0\0", zeros));

    for (byte[] bomb : new byte[][] {text, international, profile}) {
      assertRefusedAtOnce(onePixelWith(bomb));
    }
  }

  @Test
  void textOfAnOrdinarySizeDoesNoHarm() {
    byte[] text = Samples.pngChunk("zTXt", prefixed("workflow\0\0", deflated(2 << 20)));
    byte[] broken = Samples.pngChunk("zTXt", Bytes.latin1("no text at all"));
    byte[] plain = Samples.pngChunk("iTXt", Bytes.latin1("XML:com.adobe.xmp\0\0\0\0\0<x/>"));

    for (byte[] chunk : new byte[][] {text, broken, plain}) {
      assertThat(codec.decode(onePixelWith(chunk)).getRGB(0, 0)).isEqualTo(0xff000000);
    }
  }

  /** With a palette, for then the JDK's reader would inflate texts by itself. */
  private static byte[] onePixelWith(byte[] chunk) {
    byte[] palette = Samples.pngChunk("PLTE", new byte[3]);
    byte[] pixels = Samples.pngChunk("IDAT", deflated(2));
    byte[] end = Samples.pngChunk("IEND", new byte[0]);
    return Samples.png(Samples.pngHeader(1, 1, 8, 3), palette, chunk, pixels, end);
  }

  /** Half a gigabyte of memory for a few bytes of file, were it taken before the rows are seen. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void picturesThatPromiseMoreThanTheyHoldTakeNoMemory(int interlace) {
    byte[] header = Samples.pngHeader(4_096, 4_096, 16, 6);
    header[header.length - 5] = (byte) interlace;
    byte[] sound = Samples.pngChunk("IHDR", Arrays.copyOfRange(header, 8, header.length - 4));
    byte[] png =
        Samples.png(
            sound,
            Samples.pngChunk("IDAT", deflated(1 << 20)),
            Samples.pngChunk("IEND", new byte[0]));

    assertRefusedAtOnce(png);
    assertThat(allocatedBy(() -> assertRefused(png))).isLessThan(4 << 20);
  }

  @Test
  void noAttackTakesMemoryOrGetsByTheHead() {
    byte[] webp = Samples.encoded(Samples.photo(16, 16), ImageFormat.WEBP);
    Arrays.fill(webp, 24, 30, (byte) 0x3f);
    byte[] end = Samples.pngChunk("IEND", new byte[0]);
    byte[] png = Samples.png(Samples.pngHeader(50_000, 50_000, 8, 2), end);

    for (byte[] attack : new byte[][] {GIF_BOMB, png, webp}) {
      assertThat(allocatedBy(() -> assertRefused(attack))).isLessThan(1 << 20);
      assertThatThrownBy(() -> codec.inspect(attack)).isInstanceOf(FailureException.class);
    }
  }

  @Test
  void animatedWebpIsRefused() {
    byte[] webp = Samples.encoded(Samples.photo(16, 16), ImageFormat.WEBP);
    webp[20] |= 0x02;

    assertRefusedAtOnce(webp);
  }

  @Test
  void ofAGifOnlyTheFirstFrameIsRead() {
    byte[] one = Samples.written(Samples.corners(32, 32), "gif");
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.write(one, 0, one.length - 1);
    int frame = 13 + (3 << ((one[10] & 7) + 1));
    for (int i = 0; i < 2_000; i++) {
      many.write(one, frame, one.length - 1 - frame);
    }
    many.write(';');

    int[] width = {0};
    assertQuick(() -> width[0] = codec.decode(many.toByteArray()).getWidth());

    assertThat(width[0]).isEqualTo(32);
  }

  @Test
  void exifThatCountsToInfinityIsReadOver() {
    byte[] exif = Samples.exif(6);
    Arrays.fill(exif, 14, 18, (byte) 0x7f);
    byte[] marked = Samples.inserted(exif, 0, Bytes.latin1("Exif\0\0"));
    byte[] jpeg =
        Samples.inserted(
            Samples.encoded(Samples.corners(32, 32), ImageFormat.JPEG),
            2,
            Samples.jpegSegment(0xe1, marked));

    assertThat(codec.decode(jpeg).getWidth()).isEqualTo(32);
    assertThat(allocatedBy(() -> codec.inspect(jpeg))).isLessThan(4 << 20);
  }

  @Test
  void aPageBehindAPictureDoesNotGoOn() {
    byte[] png = Samples.encoded(Samples.photo(16, 16), ImageFormat.PNG);
    byte[] page = Bytes.latin1("<html><script>alert(1)</script>");
    byte[] polyglot = Samples.inserted(png, png.length, page);

    byte[] again = Samples.encoded(codec.decode(polyglot), ImageFormat.PNG);

    assertThat(new String(again, StandardCharsets.ISO_8859_1)).doesNotContain("<script>");
  }

  private static long allocatedBy(Runnable work) {
    work.run(); // classes are loaded once
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    work.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void aJpegOfCountlessScansIsRefused() {
    byte[] jpeg = Samples.encoded(Samples.photo(16, 16), ImageFormat.JPEG);
    int scan = indexOf(jpeg, 0xff, 0xda);
    byte[] header = Arrays.copyOfRange(jpeg, scan, scan + 14);

    byte[] many = jpeg;
    for (int i = 0; i < 200; i++) {
      many = Samples.inserted(many, scan, header);
    }

    assertRefusedAtOnce(many);
  }

  @Test
  void tooManyBytesAreRefusedUnseen() {
    assertRefusedAtOnce(new byte[ImageCaps.USUAL.bytes() + 1]);
  }

  @ParameterizedTest
  @EnumSource
  void filesCutOffAnywhereAreRefused(ImageFormat format) {
    byte[] whole = Samples.encoded(Samples.photo(48, 32), format);

    for (int length = 0; length < whole.length; length += 1 + whole.length / 150) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @Test
  void gifsCutOffBeforeTheirPixelsAreRefused() {
    byte[] whole = Samples.written(Samples.corners(32, 32), "gif");

    for (int length = 0; length < whole.length / 2; length += 3) {
      assertRefused(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "%PDF-1.7",
        "BM\0\0\0\0",
        "II*\0\10\0\0\0",
        "RIFF\4\0\0\0WEBP",
        "RIFFxxxxWAVE",
        "GIF89a",
        "\u00ff\u00d8\u00ff",
        "\u0089PNG\r\n\u001a\n",
        "<!DOCTYPE html><script>alert(1)</script>",
        "GIF89a=1;alert(1)//",
        "GIF89a/*\0\0\0\0*/=1;alert(document.cookie)",
        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>",
        "\0\0\1\0\1\0\u0010\u0010",
        "\0\0\0\u0018ftypmp42",
        "\0\0\0\u0020ftypavif",
        "MM\0*\0\0\0\b",
        "8BPS\0\1"
      })
  void whatIsNoImageIsRefused(String content) {
    assertRefused(Bytes.latin1(content));
  }

  @Test
  void bmpIsRefusedThoughJavaCouldReadIt() {
    assertRefused(Samples.written(Samples.corners(16, 16), "bmp"));
  }

  private void assertRefusedAtOnce(byte[] content) {
    assertQuick(() -> assertRefused(content));
  }

  /**
   * Of this thread's work, whatever else the machine does: a second of it is generous for cold,
   * unoptimised code; decoding any of these would take longer.
   */
  private static void assertQuick(Runnable work) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - before))
        .isLessThan(Duration.ofSeconds(1));
  }

  private void assertRefused(byte[] content) {
    assertThatThrownBy(() -> codec.decode(content))
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.INVALID_IMAGE));
  }

  private static byte[] deflated(int zeros) {
    Deflater deflater = new Deflater(9);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] block = new byte[1 << 16];
    byte[] buffer = new byte[1 << 16];
    for (int left = zeros; left > 0; left -= block.length) {
      deflater.setInput(block, 0, Math.min(left, block.length));
      while (!deflater.needsInput()) {
        out.write(buffer, 0, deflater.deflate(buffer));
      }
    }
    deflater.finish();
    while (!deflater.finished()) {
      out.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return out.toByteArray();
  }

  private static byte[] prefixed(String prefix, byte[] data) {
    return Samples.inserted(data, 0, Bytes.latin1(prefix));
  }

  private static int indexOf(byte[] content, int first, int second) {
    int at = 0;
    while (content[at] != (byte) first || content[at + 1] != (byte) second) {
      at++;
    }
    return at;
  }
}
