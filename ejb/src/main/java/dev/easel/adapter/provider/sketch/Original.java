package dev.easel.adapter.provider.sketch;

import dev.easel.adapter.provider.sketch.canvas.Canvas;
import dev.easel.adapter.provider.sketch.canvas.Maths;
import dev.easel.adapter.provider.sketch.canvas.Tint;
import dev.easel.adapter.provider.sketch.stage.Palette;
import dev.easel.adapter.provider.sketch.stage.Scene;
import dev.easel.domain.provider.RenderOrder;
import java.awt.image.BufferedImage;

/**
 * The image to start from, if there is one: how much of it shows through the new painting, and
 * which of its pixels must stay.
 */
final class Original {

  private final int width;
  private final int height;
  private final float strength;
  private final int[] pixels;
  private final int[] mask;
  private final boolean alpha;

  private Original(RenderOrder order) {
    width = order.width();
    height = order.height();
    strength = Maths.unit((float) order.strength());
    pixels = order.initImage().map(i -> Resample.argb(i, width, height)).orElse(null);
    mask =
        pixels == null ? null : order.mask().map(m -> Resample.argb(m, width, height)).orElse(null);
    alpha = order.initImage().map(i -> i.getColorModel().hasAlpha()).orElse(false);
  }

  static Original of(RenderOrder order, Scene scene) {
    return new Original(order);
  }

  /**
   * Lets the original show through. Little strength only bends its colours towards the palette;
   * from there on the new painting covers it in patches that grow together.
   */
  void underpaint(Canvas c, Scene scene) {
    if (pixels == null || strength >= 0.999f) {
      return;
    }
    float bend = Maths.unit(strength * 1.1f) * 0.6f;
    float cover = (strength - 0.25f) / 0.75f * 1.7f - 0.35f;
    for (int y = 0; y < height; y++) {
      c.breathe();
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        float u = x / scene.u(1);
        float v = y / scene.u(1);
        float patch = 0.5f + 0.9f * scene.noise.fractal(u * 3.2f, v * 3.2f, 4);
        float k = Maths.smooth(-0.28f, 0.28f, cover - patch);
        Tint own = tint(pixels[i]);
        Tint kept = own.mix(toned(scene.palette, own), bend);
        c.red[i] = Maths.mix(kept.r(), c.red[i], k);
        c.green[i] = Maths.mix(kept.g(), c.green[i], k);
        c.blue[i] = Maths.mix(kept.b(), c.blue[i], k);
        if (c.alpha != null) {
          c.alpha[i] = Math.max(c.alpha[i], 1 - k);
        }
      }
    }
  }

  private static Tint toned(Palette p, Tint own) {
    float l = own.luminance();
    Tint tone =
        l < 0.35f
            ? p.near().mix(p.zenith(), l / 0.35f)
            : l < 0.65f
                ? p.zenith().mix(p.middle(), (l - 0.35f) / 0.3f)
                : p.middle().mix(p.sun(), (l - 0.65f) / 0.35f);
    return own.bend(tone, 0.8f);
  }

  private static Tint tint(int argb) {
    return new Tint((argb >> 16 & 255) / 255f, (argb >> 8 & 255) / 255f, (argb & 255) / 255f);
  }

  /** Puts back, bit by bit, what the mask keeps; with no strength at all that is everything. */
  BufferedImage keep(BufferedImage painted) {
    if (pixels == null || (mask == null && strength > 0.25f)) {
      return painted;
    }
    boolean see = alpha && mask != null || painted.getColorModel().hasAlpha();
    int type = see ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB;
    BufferedImage result = new BufferedImage(width, height, type);
    int[] row = new int[width];
    int fresh = Math.round(Math.min(1, strength * 4) * 255);
    for (int y = 0; y < height; y++) {
      painted.getRGB(0, y, width, 1, row, 0, width);
      for (int x = 0; x < width; x++) {
        int i = y * width + x;
        int share = mask == null ? fresh : gray(mask[i]) * fresh / 255;
        row[x] = between(pixels[i], row[x], share);
      }
      result.setRGB(0, y, width, 1, row, 0, width);
    }
    return result;
  }

  private static int gray(int argb) {
    return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255) + 1) / 3;
  }

  private static int between(int kept, int fresh, int share) {
    if (share == 0 || share == 255) {
      return share == 0 ? kept : fresh;
    }
    int mixed = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      int a = kept >>> shift & 255;
      int b = fresh >>> shift & 255;
      mixed |= (a + ((b - a) * share + (b > a ? 127 : -127)) / 255) << shift;
    }
    return mixed;
  }
}
