package dev.easel.adapter.provider.sketch.built;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Outline;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Scene;

/**
 * Draws a building in its own measure: x to the right and y up from the middle of its foot, both in
 * units of its size. Faces away from the light are darker; air lies over all of it.
 */
final class Pen {

  private final Canvas canvas;
  private final Scene scene;
  private final float x;
  private final float y;
  private final float size;
  private final float air;

  Pen(Canvas canvas, Scene scene, float x, float y, float size, float air) {
    this.canvas = canvas;
    this.scene = scene;
    this.x = x;
    this.y = y;
    this.size = size;
    this.air = air;
  }

  float px(float ux) {
    return x + ux * size;
  }

  float py(float uy) {
    return y - uy * size;
  }

  /** A local colour as it looks here, in this light and air. */
  Tint seen(Tint own) {
    return scene.inLight(own).mix(scene.palette.near(), 0.22f).mix(scene.palette.haze(), air);
  }

  /** A polygon through the points, shaded from its light to its dark side. */
  Pen shape(Tint own, float... points) {
    Outline o = new Outline();
    for (int i = 0; i < points.length; i += 2) {
      o.to(px(points[i]), py(points[i + 1]));
    }
    return fill(o, own);
  }

  /** A closed smooth line through the points. */
  Pen round(Tint own, float... points) {
    float[] at = new float[points.length];
    for (int i = 0; i < points.length; i += 2) {
      at[i] = px(points[i]);
      at[i + 1] = py(points[i + 1]);
    }
    return fill(Outline.smooth(at), own);
  }

  Pen box(Tint own, float x0, float y0, float w, float h) {
    return shape(own, x0, y0, x0 + w, y0, x0 + w, y0 + h, x0, y0 + h);
  }

  private Pen fill(Outline o, Tint own) {
    Tint base = seen(own);
    float to = scene.light.x() > x ? 1 : -1;
    Tint sun = scene.palette.sun();
    canvas.fill(
        o,
        (qx, qy, out) -> {
          float u = (qx - x) / size * to;
          float v = (y - qy) / size;
          float k = 0.90f + Maths.clamp(u * 0.42f, -0.2f, 0.2f) + Maths.clamp(v * 0.12f, 0, 0.14f);
          k += 0.05f * scene.noise.at((qx - x) / size * 46, (qy - y) / size * 46);
          float warm = scene.lit(qx, qy) * 0.14f * (1 - air);
          out[0] = base.r() * k + sun.r() * warm;
          out[1] = base.g() * k + sun.g() * warm;
          out[2] = base.b() * k + sun.b() * warm;
        });
    return this;
  }

  Pen line(Tint own, float w, float x0, float y0, float x1, float y1) {
    canvas.stroke(px(x0), py(y0), w * size, px(x1), py(y1), w * size, seen(own), 1);
    return this;
  }

  /** A window or lamp, shining when it is dark outside. */
  Pen light(float cx, float cy, float w, float h) {
    boolean on = scene.daylight() < 0.72f;
    Tint warm = Tint.of("#ffc667");
    Tint t = on ? warm.mix(scene.palette.haze(), air * 0.5f) : seen(Tint.of("#2c3a4a"));
    canvas.fill(Outline.rectangle(px(cx - w / 2), py(cy + h / 2), w * size, h * size), t, 1);
    if (on) {
      canvas.glow(px(cx), py(cy), Math.max(w, h) * size * 2.6f, warm, 0.30f);
    }
    return this;
  }

  Pen glow(Tint t, float cx, float cy, float r, float strength) {
    canvas.glow(px(cx), py(cy), r * size, t, strength);
    return this;
  }

  /** A roof whose eaves swing up at the ends, as in East Asia. */
  Pen eaves(Tint own, float cy, float half, float top, float h) {
    Outline o =
        new Outline()
            .to(px(-half), py(cy + h * 0.34f))
            .curve(px(-half * 0.62f), py(cy + h * 0.10f), px(-top), py(cy + h))
            .to(px(top), py(cy + h))
            .curve(px(half * 0.62f), py(cy + h * 0.10f), px(half), py(cy + h * 0.34f))
            .curve(px(half * 0.72f), py(cy - h * 0.02f), px(0), py(cy));
    o.curve(px(-half * 0.72f), py(cy - h * 0.02f), px(-half), py(cy + h * 0.34f));
    return fill(o, own);
  }
}
