package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.adapter.vision.opencv.Lanczos;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.Progress;
import dev.easel.domain.vision.Upscaler;
import dev.easel.domain.vision.Upscaling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;

/** Enlarges colours by networks or interpolation, and transparency always by interpolation. */
@ApplicationScoped
class NetworkUpscaling implements Upscaling {

  @Inject Networks networks;
  @Inject RealEsrgan realEsrgan;
  @Inject Lanczos lanczos;

  @Override
  public boolean isInstalled(Upscaler model) {
    return model == Upscaler.LANCZOS || networks.isInstalled(network(model));
  }

  @Override
  public BufferedImage upscale(
      BufferedImage source, Upscaler model, int factor, double cleaning, Progress progress) {
    requireBounds(source, factor);
    if (!Pictures.isTranslucent(source)) {
      return colours(Pictures.onWhite(source), model, factor, cleaning, progress);
    }
    BufferedImage large = colours(Bleed.into(source), model, factor, cleaning, progress);
    BufferedImage opacity = Pictures.opacity(source);
    return Pictures.withOpacity(large, lanczos.gray(opacity, large.getWidth(), large.getHeight()));
  }

  private BufferedImage colours(
      BufferedImage opaque, Upscaler model, int factor, double cleaning, Progress progress) {
    if (model == Upscaler.LANCZOS) {
      return lanczos.rgb(opaque, opaque.getWidth() * factor, opaque.getHeight() * factor);
    }
    return realEsrgan.enlarge(opaque, network(model), factor, cleaning, progress);
  }

  private static void requireBounds(BufferedImage source, int factor) {
    if (factor < 2 || factor > 4) {
      throw FailureException.invalid("factor", "must be 2, 3 or 4");
    }
    long pixels = (long) source.getWidth() * source.getHeight() * factor * factor;
    if (pixels > MOST_PIXELS) {
      throw FailureException.invalid(
          "factor", "would make more than " + MOST_PIXELS + " pixels of this picture");
    }
  }

  private static Model network(Upscaler model) {
    return switch (model) {
      case GENERAL -> Model.UPSCALING;
      case PHOTO -> Model.UPSCALING_PHOTO;
      case ANIME -> Model.UPSCALING_ANIME;
      case LANCZOS -> throw new IllegalArgumentException("no network interpolates");
    };
  }
}
