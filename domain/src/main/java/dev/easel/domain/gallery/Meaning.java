package dev.easel.domain.gallery;

import java.util.Arrays;

/** What a text means, as a direction: texts that mean alike point alike. */
public final class Meaning {

  /** Numbers it is made of. */
  public static final int LENGTH = 384;

  /** Two that point the same way. */
  public static final int SAME = 10_000;

  /** Longs of a {@link #sketch}. */
  public static final int SKETCH = LENGTH / Long.SIZE;

  private static final int LARGEST = 127;

  private final byte[] parts;
  private final double length;

  private Meaning(byte[] parts) {
    this.parts = parts;
    this.length = Math.sqrt(product(parts, parts));
  }

  /** In bytes, which is enough: nearness changes by less than a hundredth. */
  public static Meaning of(float[] direction) {
    requireLength(direction.length);
    float largest = 0;
    for (float part : direction) {
      largest = Math.max(largest, Math.abs(part));
    }
    byte[] parts = new byte[LENGTH];
    for (int i = 0; i < LENGTH && largest > 0; i++) {
      parts[i] = (byte) Math.round(direction[i] / largest * LARGEST);
    }
    return new Meaning(parts);
  }

  /** What {@link #bytes} gave. */
  public static Meaning read(byte[] bytes) {
    requireLength(bytes.length);
    return new Meaning(bytes.clone());
  }

  private static void requireLength(int length) {
    if (length != LENGTH) {
      throw new IllegalArgumentException("A meaning has " + LENGTH + " numbers, not " + length);
    }
  }

  public byte[] bytes() {
    return parts.clone();
  }

  /** Cosine of the angle between the two, in ten-thousandths: {@link #SAME} at most. */
  public int nearness(Meaning other) {
    if (length == 0 || other.length == 0) {
      return 0;
    }
    return (int) Math.round(SAME * (product(parts, other.parts) / (length * other.length)));
  }

  /** On which side of zero each number is: near ones have most bits in common. */
  public long[] sketch() {
    long[] bits = new long[SKETCH];
    for (int i = 0; i < LENGTH; i++) {
      if (parts[i] > 0) {
        bits[i / Long.SIZE] |= 1L << (i % Long.SIZE);
      }
    }
    return bits;
  }

  private static double product(byte[] one, byte[] other) {
    int sum = 0; // 384 times 127 times 127 fits
    for (int i = 0; i < LENGTH; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Meaning meaning && Arrays.equals(parts, meaning.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }
}
