package dev.easel.web.api.v2;

import dev.easel.domain.editing.MaskContent;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Operation;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import java.util.List;
import java.util.Set;

/**
 * The body of an inpainting request. Source: seed 001 "Inpainting"; modes and polarity follow
 * product decision C11.
 */
final class InpaintBody extends PromptBody {

  private static final String SOURCE = "init_image";
  private static final String MASK = "mask_image";
  private static final String STRENGTH = "strength";
  private static final String MODE = "inpaint_mode";
  private static final String BLUR = "mask_blur";
  private static final String PRESERVE = "preserve_masked_area";
  private static final List<String> MODES = MaskContent.words();
  private static final double USUAL_BLUR = 4;
  private static final double MOST_BLUR = 64;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  InpaintBody(SentBody sent, boolean strict) {
    super(Operation.INPAINT, sent.json(), Set.of(SOURCE, MASK, STRENGTH, MODE, BLUR, PRESERVE));
    request.source(PictureMembers.required(sent, SOURCE, given));
    request.mask(PictureMembers.required(sent, MASK, given));
    Double strength = share(STRENGTH);
    request.strength(strength);
    given.keep(STRENGTH, strength);
    String mode = mode();
    double blur = blur();
    boolean preserve = preserve();
    request.settings(
        WireJson.object()
            .add("mask", (preserve ? Polarity.DARK : Polarity.LIGHT).wire())
            .add(BLUR, WireJson.number(blur))
            .add("keep_size", anySize())
            .add(MODE, mode)
            .build()
            .toString());
    finish(strict);
  }

  private String mode() {
    String mode = body.text(MODE);
    given.keep(MODE, mode);
    if (mode == null) {
      return MODES.get(0);
    }
    if (!MODES.contains(mode)) {
      body.violate(MODE, "must be one of: " + String.join(", ", MODES));
    }
    return mode;
  }

  private double blur() {
    Double blur = body.number(BLUR);
    given.keep(BLUR, blur);
    if (blur != null && !(blur >= 0 && blur <= MOST_BLUR)) {
      body.violate(BLUR, "must be between 0 and 64");
    }
    return blur == null ? USUAL_BLUR : blur;
  }

  private boolean preserve() {
    Boolean preserve = body.flag(PRESERVE);
    given.keep(PRESERVE, preserve);
    return Boolean.TRUE.equals(preserve);
  }
}
