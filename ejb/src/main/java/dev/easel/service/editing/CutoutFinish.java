package dev.easel.service.editing;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.editing.Mask;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.vision.Matting;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Cuts the background away where a transparent one was ordered and the model made none. The whole
 * picture is delivered where nothing stands out from it or no network cuts here, and that is told.
 * Source: OpenAI's {@code background}; product decision C14.
 */
final class CutoutFinish implements Finish {

  private final Finish before;
  private final Matting matting;
  private final Set<String> reasons = new LinkedHashSet<>();

  /**
   * @param before what is done first
   */
  CutoutFinish(Finish before, Matting matting) {
    this.before = before;
    this.matting = matting;
  }

  @Override
  public RenderedImage image(RenderedImage rendered) {
    RenderedImage finished = before.image(rendered);
    return finished.role() != ImageRole.RESULT || isTransparent(finished.pixels())
        ? finished
        : finished.with(cut(finished.pixels()), finished.facts());
  }

  @Override
  public String findings() {
    return before.findings();
  }

  @Override
  public List<Remark> remarks() {
    List<Remark> all = new ArrayList<>(before.remarks());
    reasons.forEach(reason -> all.add(new Remark(Finishing.BACKGROUND_KEPT, reason)));
    return all;
  }

  private static boolean isTransparent(BufferedImage pixels) {
    return pixels.getColorModel().hasAlpha() && !Mask.of(pixels, Polarity.TRANSPARENT).isBlank();
  }

  private BufferedImage cut(BufferedImage whole) {
    try {
      Mask subject = Mask.of(matting.alpha(whole), Polarity.LIGHT);
      if (subject.bounds().isPresent()) {
        return subject.cut(whole);
      }
      reasons.add("Nothing stands out from the background, which was kept");
    } catch (FailureException e) {
      requireAbsence(e);
      reasons.add("The background was kept: " + e.getMessage());
    }
    return whole;
  }

  private static void requireAbsence(FailureException failure) {
    boolean absent =
        failure.code() == FailureCode.MODEL_NOT_CONFIGURED
            || failure.code() == FailureCode.MODEL_UNAVAILABLE;
    if (!absent) {
      throw failure;
    }
  }
}
