package dev.easel.adapter.provider.sketch.canvas;

/** SplitMix64: a small generator of our own, because pixels may not depend on a library version. */
public final class Rng {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  public Rng(long seed) {
    state = seed;
  }

  /** An independent stream for {@code name}: elements do not disturb each other's numbers. */
  public static Rng named(long seed, String name) {
    return new Rng(mix(seed * GOLDEN + hash(name)));
  }

  /** FNV-1a over the UTF-16 units: specified, unlike an arbitrary object's hash code. */
  public static long hash(String text) {
    long h = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      h = (h ^ text.charAt(i)) * 0x100000001B3L;
    }
    return h;
  }

  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** From 0 inclusive to 1 exclusive. */
  public float next() {
    return (bits() >>> 40) * (1f / (1 << 24));
  }

  public float range(float low, float high) {
    return low + (high - low) * next();
  }

  public int below(int bound) {
    return (int) Math.floorMod(bits() >>> 1, (long) bound);
  }

  public boolean chance(float probability) {
    return next() < probability;
  }

  /** Roughly normal with mean 0 and deviation 1, never beyond ±3. */
  public float bell() {
    return (next() + next() + next() + next() - 2) * 1.732f;
  }

  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
