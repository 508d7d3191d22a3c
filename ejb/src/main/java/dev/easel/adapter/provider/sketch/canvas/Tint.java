package dev.easel.adapter.provider.sketch.canvas;

/**
 * A colour in display space, 0–1 per channel; light may exceed 1 until the finish folds it back.
 */
public record Tint(float r, float g, float b) {

  public static final Tint WHITE = new Tint(1, 1, 1);
  public static final Tint BLACK = new Tint(0, 0, 0);

  /** From {@code #rrggbb}. */
  public static Tint of(String hex) {
    int v = Integer.parseInt(hex.substring(1), 16);
    return new Tint((v >> 16) / 255f, (v >> 8 & 255) / 255f, (v & 255) / 255f);
  }

  public Tint mix(Tint other, float t) {
    return new Tint(Maths.mix(r, other.r, t), Maths.mix(g, other.g, t), Maths.mix(b, other.b, t));
  }

  public Tint scale(float k) {
    return new Tint(r * k, g * k, b * k);
  }

  public Tint plus(Tint other, float k) {
    return new Tint(r + other.r * k, g + other.g * k, b + other.b * k);
  }

  public Tint times(Tint other) {
    return new Tint(r * other.r, g * other.g, b * other.b);
  }

  public float luminance() {
    return 0.30f * r + 0.59f * g + 0.11f * b;
  }

  /** This colour's brightness with the other's hue, by {@code t}. */
  public Tint bend(Tint hue, float t) {
    float own = luminance();
    float other = Math.max(hue.luminance(), 0.05f);
    float k = Math.min(own / other, 1 / Math.max(hue.r, Math.max(hue.g, Math.max(hue.b, 0.05f))));
    Tint toned = hue.scale(k);
    Tint lifted = toned.plus(WHITE, Math.max(0, own - toned.luminance()));
    return mix(lifted, t);
  }

  /** More or less colourful; 1 leaves it as it is, 0 makes it gray. */
  public Tint saturate(float k) {
    float l = luminance();
    return new Tint(l + (r - l) * k, l + (g - l) * k, l + (b - l) * k);
  }
}
