package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Damage;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Restoration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;

/**
 * Noise goes by enlarging and shrinking again, which does better than the networks made for it and
 * keeps a photograph natural; the marks of JPEG by waifu2x, which knows them.
 */
@ApplicationScoped
class NetworkRestoration implements Restoration {

  private static final double MILD = 0.5;

  @Inject RealEsrgan realEsrgan;
  @Inject Waifu2x waifu2x;

  @Override
  public BufferedImage restore(
      BufferedImage source, Damage damage, double strength, Progress progress) {
    if (strength < 0 || strength > 1) {
      throw new IllegalArgumentException("strength " + strength + " is not within 0–1");
    }
    boolean translucent = Pictures.isTranslucent(source);
    BufferedImage opaque = translucent ? Bleed.into(source) : Pictures.onWhite(source);
    BufferedImage mended =
        switch (damage) {
          case NOISE -> realEsrgan.enlarge(opaque, Model.UPSCALING, 1, strength, progress);
          case JPEG -> jpeg(opaque, strength, progress);
        };
    return translucent ? Pictures.withOpacity(mended, Pictures.opacity(source)) : mended;
  }

  /** Two networks share the range, so that little strength does little. */
  private BufferedImage jpeg(BufferedImage opaque, double strength, Progress progress) {
    return strength <= MILD
        ? waifu2x.mend(opaque, Model.JPEG, strength / MILD, progress)
        : waifu2x.mend(opaque, Model.JPEG_STRONG, strength, progress);
  }
}
