package dev.easel.adapter.provider.sketch.stage;

import dev.easel.adapter.provider.sketch.canvas.Tint;
import java.util.function.UnaryOperator;

/**
 * The seven colours everything is mixed from.
 *
 * @param zenith top of the sky
 * @param middle half-way down
 * @param horizon where the sky meets the land
 * @param sun light and what it gilds
 * @param haze air in front of far things
 * @param near dark things close by
 * @param water what water adds to what it mirrors
 */
public record Palette(
    Tint zenith, Tint middle, Tint horizon, Tint sun, Tint haze, Tint near, Tint water) {

  public static Palette of(String... hex) {
    return new Palette(
        Tint.of(hex[0]),
        Tint.of(hex[1]),
        Tint.of(hex[2]),
        Tint.of(hex[3]),
        Tint.of(hex[4]),
        Tint.of(hex[5]),
        Tint.of(hex[6]));
  }

  public Palette map(UnaryOperator<Tint> change) {
    return new Palette(
        change.apply(zenith),
        change.apply(middle),
        change.apply(horizon),
        change.apply(sun),
        change.apply(haze),
        change.apply(near),
        change.apply(water));
  }

  /** Land at a distance: 0 close by, 1 as far as one sees. */
  public Tint air(Tint land, float distance) {
    return land.mix(haze, distance);
  }
}
