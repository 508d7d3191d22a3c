package dev.easel.adapter.imaging;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** The markers of a JPEG, as far as they matter outside the decoder. */
final class JpegFile {

  /** What precedes XMP in its APP1 segment. */
  private static final String XMP_MARK = "http://ns.adobe.com/xap/1.0/\0";

  /**
   * Progressive files have about ten scans. Each scan costs a pass over all pixels but only a few
   * bytes, so that a small file could keep a core busy for hours.
   */
  private static final int MAX_SCANS = 100;

  private static final int START_OF_SCAN = 0xda;
  private static final int END_OF_IMAGE = 0xd9;
  private static final int APP0 = 0xe0;
  private static final int APP1 = 0xe1;

  private JpegFile() {}

  /**
   * The decoder paints what is missing of a cut-off file grey and says nothing; this finds out.
   *
   * @throws IOException if the end is missing or there are absurdly many scans
   */
  static void requireWhole(byte[] jpeg) throws IOException {
    int scans = 0;
    boolean ended = false;
    for (int i = 0; i + 1 < jpeg.length; i++) {
      if (jpeg[i] != (byte) 0xff) {
        continue;
      }
      int marker = jpeg[i + 1] & 0xff;
      if (marker == START_OF_SCAN) {
        scans++;
        ended = false;
      } else if (marker == END_OF_IMAGE) {
        ended = true;
      }
    }
    if (!ended || scans > MAX_SCANS) {
      throw new IOException(ended ? "JPEG has " + scans + " scans" : "JPEG is cut off");
    }
  }

  /** Puts the packet where readers look for it: right behind the JFIF segment. */
  static byte[] withXmp(byte[] jpeg, byte[] xmp) throws IOException {
    byte[] mark = Bytes.latin1(XMP_MARK);
    int length = 2 + mark.length + xmp.length;
    if (length > 0xffff) {
      throw new IOException("XMP of " + xmp.length + " bytes does not fit into a JPEG segment");
    }
    int at = endOfJfif(jpeg);
    ByteArrayOutputStream out = new ByteArrayOutputStream(jpeg.length + length + 2);
    out.write(jpeg, 0, at);
    out.writeBytes(new byte[] {(byte) 0xff, (byte) APP1, (byte) (length >> 8), (byte) length});
    out.writeBytes(mark);
    out.writeBytes(xmp);
    out.writeBytes(Arrays.copyOfRange(jpeg, at, jpeg.length));
    return out.toByteArray();
  }

  private static int endOfJfif(byte[] jpeg) {
    boolean jfif = jpeg[2] == (byte) 0xff && jpeg[3] == (byte) APP0;
    return jfif ? 4 + ((jpeg[4] & 0xff) << 8 | jpeg[5] & 0xff) : 2;
  }
}
