package dev.easel.adapter.provider.sketch.land;

import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.prompt.Motif;
import dev.easel.adapter.provider.sketch.stage.Scene;

/** The face of a mountain range: gullies lit from one side, snow on the heights. */
final class Slope {

  private final Scene scene;
  private final float row;
  private final float contrast;
  private final float snowDepth;
  private final boolean rugged;
  private final Tint snow;
  private final Tint snowShade;
  private final float fine;

  Slope(Scene s, int k, float near, boolean rugged) {
    scene = s;
    this.rugged = rugged;
    row = k * 13.7f;
    contrast = rugged ? 1.5f * (0.45f + 0.55f * near) : 0.5f;
    boolean winter = s.wishes.hasAny(Motif.SNOW, Motif.WINTER, Motif.SNOWFALL);
    boolean capped = rugged && near < 0.7f && s.allows(Motif.SNOW) && !s.wants(Motif.SUMMER);
    snowDepth = s.u(winter ? 0.5f : capped ? 0.085f * (1 - near) : 0);
    Tint white =
        Tint.of("#f4f6fb").mix(s.palette.horizon(), 0.35f).scale(0.35f + 0.65f * s.daylight());
    snow = white.mix(s.palette.haze(), 0.25f * (1 - near));
    snowShade = white.mix(s.palette.zenith(), 0.45f).mix(s.palette.haze(), 0.30f);
    fine = 1 / s.u(1);
  }

  void colour(int x, int y, float depth, Tint land, Tint lit, Tint shade, float[] rgb) {
    float u = x * fine * 7 + row;
    float v = y * fine * 4.2f;
    float turn = scene.noise.at(u * 0.5f, v * 0.5f + row) * 0.9f;
    float here = scene.noise.ridged(u + turn, v + turn * 0.5f, 3);
    float there = scene.noise.ridged(u + turn + 0.09f * -scene.side, v + turn * 0.5f - 0.05f, 3);
    float facing = Maths.clamp((here - there) * contrast * 2.2f, -1, 1);
    Tint side = facing > 0 ? lit : shade;
    float k = Math.abs(facing);
    float r = Maths.mix(land.r(), side.r(), k);
    float g = Maths.mix(land.g(), side.g(), k);
    float b = Maths.mix(land.b(), side.b(), k);
    if (snowDepth > 0) {
      float edge = snowDepth * (0.55f + here * 0.9f + (rugged ? facing * 0.35f : 0));
      float white = Maths.smooth(edge, edge * 0.55f, depth) * 0.9f;
      float bright = Maths.unit(0.5f + facing * 0.9f);
      r = Maths.mix(r, Maths.mix(snowShade.r(), snow.r(), bright), white);
      g = Maths.mix(g, Maths.mix(snowShade.g(), snow.g(), bright), white);
      b = Maths.mix(b, Maths.mix(snowShade.b(), snow.b(), bright), white);
    }
    rgb[0] = r;
    rgb[1] = g;
    rgb[2] = b;
  }
}
