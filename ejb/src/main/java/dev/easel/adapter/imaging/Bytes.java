package dev.easel.adapter.imaging;

import java.nio.charset.StandardCharsets;

/** Looks into byte arrays as file formats do: by Latin-1 marks and big-endian numbers. */
final class Bytes {

  private Bytes() {}

  static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static boolean startsWith(byte[] content, int offset, String mark) {
    byte[] wanted = latin1(mark);
    if (offset < 0 || offset + wanted.length > content.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      if (content[offset + i] != wanted[i]) {
        return false;
      }
    }
    return true;
  }
}
