package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.Remark;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The body of an image-to-image request. Source: seed 001 "Image-to-Image Generation"; what {@code
 * preserve} does follows product decision C12.
 */
final class ImageToImageBody extends PromptBody {

  private static final String SOURCE = "init_image";
  private static final String STRENGTH = "strength";
  private static final String PRESERVE = "preserve";
  private static final List<String> PRESERVED = List.of("structure", "colors", "style");

  /** Of what is not given. */
  private static final double USUAL_STRENGTH = 0.75;

  private static final double MOST_FOR_STRUCTURE = 0.45;
  private static final double MOST_FOR_STYLE = 0.6;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  ImageToImageBody(SentBody sent, boolean strict) {
    super(Operation.IMAGE_TO_IMAGE, sent.json(), Set.of(SOURCE, STRENGTH, PRESERVE));
    request.source(PictureMembers.required(sent, SOURCE, given));
    Double strength = share(STRENGTH);
    given.keep(STRENGTH, strength);
    readPreserved(strength);
    finish(strict);
  }

  private void readPreserved(Double wished) {
    JsonInput preserve = body.object(PRESERVE);
    strangers.addAll(preserve.strangers(Set.copyOf(PRESERVED)));
    Map<String, Object> kept = new LinkedHashMap<>();
    JsonObjectBuilder settings = WireJson.object();
    for (String what : PRESERVED) {
      Boolean wanted = preserve.flag(what);
      kept.put(what, wanted);
      settings.add(what, Boolean.TRUE.equals(wanted));
    }
    given.keepSection(PRESERVE, kept);
    request.strength(capped(wished, kept));
    request.settings(WireJson.object().add(PRESERVE, settings).build().toString());
  }

  /** A model keeps what is there by changing less. */
  private Double capped(Double wished, Map<String, Object> kept) {
    double most = 1;
    most = Boolean.TRUE.equals(kept.get("style")) ? MOST_FOR_STYLE : most;
    most = Boolean.TRUE.equals(kept.get("structure")) ? MOST_FOR_STRUCTURE : most;
    if ((wished == null ? USUAL_STRENGTH : wished) <= most) {
      return wished;
    }
    if (wished != null) {
      request.remark(
          new Remark(
              "strength_capped",
              "The strength was lowered from " + wished + " to " + most + ", as preserve asks"));
    }
    return most;
  }
}
