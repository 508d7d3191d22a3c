package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import java.util.Set;

/** The body of a request to enlarge an image. Source: seed 001 "Super Resolution". */
final class UpscaleBody extends ProcessBody {

  static final String FACTOR = "scale_factor";
  static final String FACES = "enhance_faces";
  static final String DENOISE = "denoise_strength";
  static final int USUAL_FACTOR = 4;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  UpscaleBody(SentBody sent, boolean strict) {
    super(Operation.UPSCALE, sent, Set.of(FACTOR, FACES, DENOISE));
    finish(
        WireJson.object()
            .add(FACTOR, factor())
            .add(FACES, flag(FACES, false))
            .add(DENOISE, WireJson.number(share(DENOISE, 0))),
        strict);
  }

  private int factor() {
    Integer factor = body.integer(FACTOR);
    given.keep(FACTOR, factor);
    if (factor != null && (factor < 2 || factor > USUAL_FACTOR)) {
      body.violate(FACTOR, "must be one of: 2, 3, 4");
    }
    return factor == null ? USUAL_FACTOR : factor;
  }
}
