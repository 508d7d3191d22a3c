package dev.easel.adapter.provider.sketch.indoors;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * Bodies of revolution, as a potter or glass-blower makes them: a profile of radii over the height,
 * shaded as the round thing it is, with its mirror image in the table.
 *
 * @param profile radius and height in turn, from the foot up, in units of the size
 * @param gloss 0 matt, 1 glazed
 * @param open whether one looks into it
 */
record Turned(float[] profile, Tint tint, float gloss, boolean open) {

  void paint(Canvas c, Scene s, float x, float y, float size) {
    float wide = 0;
    for (int i = 0; i < profile.length; i += 2) {
      wide = Math.max(wide, profile[i]);
    }
    float tall = profile[profile.length - 1];
    Studio.shadow(c, s, x, y, radius(0.02f * tall) * size + wide * size * 0.25f, tall * size);
    mirror(c, s, x, y, size, tall);
    body(c, s, x, y, size, wide, tall);
    if (open) {
      mouth(c, s, x, y - tall * size, profile[profile.length - 2] * size);
    }
  }

  /** Only the body, without shadow and mirror image: a part of a larger thing. */
  void label(Canvas c, Scene s, float x, float y, float size) {
    float tall = profile[profile.length - 1];
    body(c, s, x, y, size, profile[0], tall);
    if (open) {
      mouth(c, s, x, y - tall * size, profile[profile.length - 2] * size);
    }
  }

  private float radius(float h) {
    int n = profile.length / 2;
    for (int i = 1; i < n; i++) {
      float h1 = profile[2 * i + 1];
      if (h <= h1 || i == n - 1) {
        float h0 = profile[2 * i - 1];
        float t = Maths.unit((h - h0) / Math.max(1e-4f, h1 - h0));
        float a = profile[2 * Math.max(0, i - 2)];
        float b = profile[2 * i - 2];
        float d = profile[2 * i];
        float e = profile[2 * Math.min(n - 1, i + 1)];
        float t2 = t * t;
        float t3 = t2 * t;
        return Math.max(
            0,
            0.5f
                * (2 * b
                    + (d - a) * t
                    + (2 * a - 5 * b + 4 * d - e) * t2
                    + (3 * b - a - 3 * d + e) * t3));
      }
    }
    return profile[2 * n - 2];
  }

  private void body(Canvas c, Scene s, float x, float y, float size, float wide, float tall) {
    float bow = profile[0] * 0.20f;
    int top = Math.max(0, (int) (y - tall * size) - 1);
    int bottom = Math.min(c.height - 1, (int) (y + bow * size) + 1);
    float[] rgb = new float[3];
    for (int py = top; py <= bottom; py++) {
      float h = (y - py - 0.5f) / size;
      float r =
          h >= 0 ? radius(h) : profile[0] * Maths.root(Math.max(0, 1 - (h / bow) * (h / bow)));
      float cover = Maths.unit(tall * size - (y - py) + 1);
      float slope = (radius(Math.max(0, h) + 0.01f) - radius(Math.max(0, h - 0.01f))) / 0.02f;
      for (int px = Math.max(0, (int) (x - r * size) - 1);
          px <= Math.min(c.width - 1, x + r * size + 1);
          px++) {
        float u = (px + 0.5f - x) / size / Math.max(1e-4f, r);
        float edge = Maths.unit((1 - Math.abs(u)) * r * size + 0.5f);
        if (edge > 0) {
          shade(s, Maths.clamp(u, -1, 1), slope, h / tall, rgb);
          c.blend(py * c.width + px, rgb[0], rgb[1], rgb[2], edge * cover);
        }
      }
    }
  }

  private void shade(Scene s, float u, float slope, float height, float[] rgb) {
    float nz = Maths.root(Math.max(0, 1 - u * u));
    float flat = 1 / Maths.root(1 + slope * slope);
    float lx = -s.side * 0.62f;
    float diffuse = Maths.unit((u * lx + nz * 0.62f) * flat + slope * -0.42f * flat + 0.10f);
    float bounce = 0.16f * Maths.unit(u * -lx) + 0.10f * (1 - height);
    float k = 0.20f + 0.92f * diffuse + bounce * 0.6f;
    float spec = Maths.bell(u - lx * 0.72f, 0.085f + 0.2f * (1 - gloss)) * gloss * 0.75f * flat;
    float window =
        Maths.smooth(0.12f, 0.16f, Math.abs(u - lx * 0.78f)) < 0.5f
                && height > 0.42f
                && height < 0.80f
            ? gloss * 0.22f
            : 0;
    float rim = Maths.smooth(0.80f, 1, Math.abs(u)) * 0.10f;
    Tint sun = Studio.seen(s, Tint.WHITE);
    rgb[0] = tint.r() * (k - rim) + sun.r() * (spec * 0.8f + window);
    rgb[1] = tint.g() * (k - rim) + sun.g() * (spec * 0.8f + window);
    rgb[2] = tint.b() * (k - rim) + sun.b() * (spec * 0.8f + window);
  }

  private void mirror(Canvas c, Scene s, float x, float y, float size, float tall) {
    for (int py = (int) y; py < Math.min(c.height, y + tall * size * 0.5f); py++) {
      float h = (py - y) / size - profile[0] * 0.1f;
      float r = radius(Math.max(0, h)) * size;
      float k = 0.26f * Maths.exp(-Math.max(0, h) / (tall * 0.20f));
      for (int px = Math.max(0, (int) (x - r)); px < Math.min(c.width, x + r); px++) {
        float edge = Maths.unit((r - Math.abs(px - x)) / (2 + r * 0.1f));
        c.blend(py * c.width + px, tint.scale(0.6f), k * edge);
      }
    }
  }

  private void mouth(Canvas c, Scene s, float x, float y, float r) {
    float flat = r * 0.22f;
    c.ellipse(x, y, r, flat, tint.scale(1.06f).mix(Tint.WHITE, 0.10f), 1);
    c.ellipse(x, y + flat * 0.05f, r * 0.90f, flat * 0.84f, tint.scale(0.30f), 1);
    c.ellipse(
        x + s.side * r * 0.18f, y + flat * 0.16f, r * 0.62f, flat * 0.52f, tint.scale(0.46f), 0.6f);
  }
}
