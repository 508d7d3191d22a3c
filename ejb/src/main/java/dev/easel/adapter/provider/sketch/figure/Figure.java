package dev.easel.adapter.provider.sketch.figure;

import java.util.ArrayList;
import java.util.List;

/**
 * A silhouette in its own measure: facing right, y up from the ground, about 1 high.
 *
 * @param limbs tapered rods that join softly
 * @param wings polygons, as x and y in turn
 * @param eyes small lights
 * @param marks dark features: 1 and x y rx ry for a spot, 0 and x y x y for a thin line
 */
record Figure(List<Limb> limbs, List<float[]> wings, List<Eye> eyes, List<float[]> marks) {

  record Limb(float x0, float y0, float r0, float x1, float y1, float r1, boolean hair) {}

  record Eye(float x, float y, float r) {}

  static Figure empty() {
    return new Figure(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
  }

  /** Adds one line of the data file. */
  void read(String kind, float[] n) {
    switch (kind) {
      case "limb" -> limbs.add(new Limb(n[0], n[1], n[2], n[3], n[4], n[5], false));
      case "hair" -> limbs.add(new Limb(n[0], n[1], n[2], n[3], n[4], n[5], true));
      case "wing" -> wings.add(n);
      case "mark" -> marks.add(new float[] {1, n[0], n[1], n[2], n[3]});
      case "line" -> marks.add(new float[] {0, n[0], n[1], n[2], n[3]});
      case "eye" -> eyes.add(new Eye(n[0], n[1], n[2]));
      default -> throw new IllegalArgumentException("No such part of a figure: " + kind);
    }
  }

  float left() {
    float x = 0;
    for (Limb l : limbs) {
      x = Math.min(x, Math.min(l.x0 - l.r0, l.x1 - l.r1));
    }
    for (float[] w : wings) {
      for (int i = 0; i < w.length; i += 2) {
        x = Math.min(x, w[i]);
      }
    }
    return x;
  }

  float right() {
    float x = 0;
    for (Limb l : limbs) {
      x = Math.max(x, Math.max(l.x0 + l.r0, l.x1 + l.r1));
    }
    return x;
  }

  float top() {
    float y = 0;
    for (Limb l : limbs) {
      y = Math.max(y, Math.max(l.y0 + l.r0, l.y1 + l.r1));
    }
    for (float[] w : wings) {
      for (int i = 1; i < w.length; i += 2) {
        y = Math.max(y, w[i]);
      }
    }
    return y;
  }
}
