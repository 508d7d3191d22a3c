package dev.easel.adapter.imaging;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A value of an EXIF directory as it stands in the file.
 *
 * @param type as TIFF numbers them
 * @param count how many values of that type
 * @param data their bytes
 */
record ExifField(int type, int count, byte[] data) {

  static final int SHORT = 3;
  static final int LONG = 4;

  /** Bytes of one value by type; 0 is no type, 13 points to a directory and is not copied. */
  private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

  static ExifField ofShort(ByteOrder order, int value) {
    return new ExifField(
        SHORT, 1, ByteBuffer.allocate(2).order(order).putShort((short) value).array());
  }

  static ExifField ofLong(ByteOrder order, int value) {
    return new ExifField(LONG, 1, ByteBuffer.allocate(4).order(order).putInt(value).array());
  }

  /** Bytes of one value; 0 for a type nobody knows. */
  static int size(int type) {
    return type < SIZES.length ? SIZES[type] : 0;
  }

  /** Bytes behind the directory; values begin at even places. */
  int outside() {
    return data.length <= 4 ? 0 : data.length + (data.length & 1);
  }
}
