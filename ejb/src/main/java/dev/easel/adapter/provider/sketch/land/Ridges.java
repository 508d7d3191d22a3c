package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Layer;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * Ranges one behind the other: the farther, the closer to the haze, with mist at their feet. Each
 * range is painted only down to where the next one hides it.
 */
public final class Ridges implements Layer {

  /** How a range rises. */
  public enum Form {
    PEAKS,
    HILLS,
    LOW
  }

  private final Form form;
  private final int count;

  public Ridges(Form form, int count) {
    this.form = form;
    this.count = count;
  }

  @Override
  public void paint(Canvas c, Scene s) {
    float[][] lines = new float[count + 1][];
    for (int k = 0; k < count; k++) {
      lines[k] = line(s, k);
    }
    lines[count] = new float[c.width];
    java.util.Arrays.fill(lines[count], c.height);
    for (int k = 0; k < count; k++) {
      range(c, s, k, lines[k], lines[k + 1]);
    }
  }

  private float near(int k) {
    return count > 1 ? k / (float) (count - 1) : 0.5f;
  }

  private float[] line(Scene s, int k) {
    float f = near(k);
    float rise = form == Form.PEAKS ? 0.30f : form == Form.HILLS ? 0.15f : 0.06f;
    float amp = s.u(rise) * (1 - f * 0.62f);
    float base = s.horizon - s.u(form == Form.PEAKS ? 0.05f : 0.035f) * (1 - f) + s.u(0.012f);
    float[] line = new float[s.width];
    for (int x = 0; x < s.width; x++) {
      float u = x / s.u(1) * (1.1f + 0.5f * f) + k * 37.7f;
      line[x] = base - amp * Math.max(0.02f, height(s, u, k, x / (float) s.width));
    }
    return line;
  }

  private float height(Scene s, float u, int k, float share) {
    if (form != Form.PEAKS) {
      return 0.42f + s.noise.fractal(u * 1.3f, k * 9.3f, s.octaves(5)) * 0.85f;
    }
    float crest = s.noise.ridged(u * 1.35f, k * 9.3f, s.octaves(7));
    float wide = s.noise.at(u * 0.7f, k * 5.1f + 50) * 0.35f;
    float where = s.side < 0 ? 0.62f : 0.38f;
    float chief = k == 0 ? 0.32f * Maths.bell(share - where, 0.22f) : 0;
    return crest * 0.95f + wide + chief - 0.12f + s.noise.fractal(u * 9, k * 3.3f, 4) * 0.05f;
  }

  private void range(Canvas c, Scene s, int k, float[] line, float[] next) {
    float f = near(k);
    Tint land = s.palette.haze().mix(land(s), 0.20f + 0.62f * f * f + 0.1f * f);
    Tint lightSide = land.mix(s.palette.sun(), 0.34f * (1 - f * 0.6f) * s.light.strength());
    Tint shade = land.mix(s.palette.near(), 0.30f).mix(s.palette.zenith(), 0.12f);
    Slope slope = new Slope(s, k, f, form == Form.PEAKS);
    float foot = s.u(0.16f);
    float[] rgb = new float[3];
    for (int x = 0; x < c.width; x++) {
      c.breathe();
      int top = Math.max(0, Maths.floor(line[x] - 0.5f));
      int bottom = Math.min(c.height, Maths.floor(next[x]) + 2);
      for (int y = top; y < bottom; y++) {
        float cover = Maths.unit(y + 1 - line[x]);
        float depth = Math.max(0, y - line[x]);
        slope.colour(x, y, depth, land, lightSide, shade, rgb);
        float mist = Maths.unit(depth / foot) * (0.62f - 0.4f * f);
        float warm = s.lit(x, y) * 0.32f * (1 - f * 0.75f);
        Tint haze = s.palette.haze();
        Tint sun = s.palette.sun();
        c.blend(
            y * c.width + x,
            Maths.mix(rgb[0], haze.r(), mist) + sun.r() * warm,
            Maths.mix(rgb[1], haze.g(), mist) + sun.g() * warm * 0.9f,
            Maths.mix(rgb[2], haze.b(), mist) + sun.b() * warm * 0.75f,
            cover);
      }
    }
  }

  private Tint land(Scene s) {
    Tint near = s.palette.near();
    if (s.wishes.hasAny(Motif.AUTUMN)) {
      return near.mix(s.inLight(Tint.of("#8a4a1e")), 0.55f);
    }
    if (form == Form.PEAKS || s.wishes.hasAny(Motif.WINTER, Motif.SNOW)) {
      return near;
    }
    return near.mix(s.inLight(Tint.of("#47703a")), 0.55f);
  }
}
