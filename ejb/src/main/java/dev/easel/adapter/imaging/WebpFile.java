package dev.easel.adapter.imaging;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.easel.domain.asset.Metadata;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** The RIFF chunks of a still WebP: read for their side data, written to add provenance. */
final class WebpFile {

  private static final int RIFF_HEADER = 12;
  private static final int CHUNK_HEADER = 8;
  private static final int EXTENDED_BYTES = 10;
  private static final byte HAS_XMP = 0x04;
  private static final byte HAS_EXIF = 0x08;
  private static final byte HAS_PROFILE = 0x20;

  private final Map<String, byte[]> chunks = new LinkedHashMap<>();

  private WebpFile() {}

  /**
   * @throws IOException if the file or one of its chunks is cut off
   */
  static WebpFile parse(byte[] content) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    long end = CHUNK_HEADER + (in.getInt(4) & 0xffffffffL);
    if (end > content.length) {
      throw new IOException("WebP is cut off");
    }
    WebpFile file = new WebpFile();
    int at = RIFF_HEADER;
    while (at + CHUNK_HEADER <= end) {
      long length = in.getInt(at + 4) & 0xffffffffL;
      if (at + CHUNK_HEADER + length > end) {
        throw new IOException("WebP chunk is cut off");
      }
      int start = at + CHUNK_HEADER;
      byte[] data = Arrays.copyOfRange(content, start, start + (int) length);
      file.chunks.putIfAbsent(new String(content, at, 4, ISO_8859_1), data);
      at = start + (int) (length + (length & 1));
    }
    return file;
  }

  /** The chunk's data, or an empty array. */
  byte[] chunk(String type) {
    return chunks.getOrDefault(type, new byte[0]);
  }

  /**
   * Adds the packet and what is kept of another file to what the encoder made. Metadata needs the
   * extended form, which opaque files do not come in; the profile precedes the pixels.
   */
  static byte[] with(byte[] encoded, int width, int height, byte[] xmp, Metadata kept)
      throws IOException {
    WebpFile file = parse(encoded);
    byte[] header = file.chunks.remove("VP8X");
    if (header == null) {
      header = extendedHeader(width, height);
    }
    header[0] |= HAS_XMP;
    header[0] |= kept.exif().length > 0 ? HAS_EXIF : 0;
    header[0] |= kept.profile().length > 0 ? HAS_PROFILE : 0;
    ByteArrayOutputStream body = new ByteArrayOutputStream(encoded.length + xmp.length + 64);
    body.writeBytes(Bytes.latin1("WEBP"));
    append(body, "VP8X", header);
    appendIfAny(body, "ICCP", kept.profile());
    file.chunks.forEach((type, data) -> append(body, type, data));
    appendIfAny(body, "EXIF", kept.exif());
    append(body, "XMP ", xmp);
    ByteArrayOutputStream out = new ByteArrayOutputStream(body.size() + CHUNK_HEADER);
    append(out, "RIFF", body.toByteArray());
    return out.toByteArray();
  }

  /** Flags, three reserved bytes, then width and height less one in 24 bits each. */
  private static byte[] extendedHeader(int width, int height) {
    ByteBuffer header = ByteBuffer.allocate(EXTENDED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    header.putInt(0);
    header.putShort((short) (width - 1)).put((byte) (width - 1 >> 16));
    header.putShort((short) (height - 1)).put((byte) (height - 1 >> 16));
    return header.array();
  }

  private static void appendIfAny(ByteArrayOutputStream out, String type, byte[] data) {
    if (data.length > 0) {
      append(out, type, data);
    }
  }

  private static void append(ByteArrayOutputStream out, String type, byte[] data) {
    ByteBuffer header = ByteBuffer.allocate(CHUNK_HEADER).order(ByteOrder.LITTLE_ENDIAN);
    header.put(Bytes.latin1(type)).putInt(data.length);
    out.writeBytes(header.array());
    out.writeBytes(data);
    if ((data.length & 1) == 1) {
      out.write(0);
    }
  }
}
