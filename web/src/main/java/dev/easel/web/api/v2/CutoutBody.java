package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.InputWish;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The body of a request to remove or replace a background. Source: seed 001 "Background Removal";
 * what replaces it follows product decision C14.
 */
final class CutoutBody extends ProcessBody {

  static final String MODE = "mode";
  private static final String REPLACE = "replace";
  static final String BACKGROUND = "background";
  static final String COLOUR = "color";
  static final String PICTURE = "image_url";
  static final String BLUR = "blur";
  static final String SMOOTHING = "edge_smoothing";
  static final String THRESHOLD = "foreground_threshold";

  /** As forms name a picture to put behind. */
  private static final String FILE = "background_image";

  private static final Pattern HEX = Pattern.compile("#[0-9a-fA-F]{6}");
  static final double MOST_BLUR = 200;

  /** The first is the default. */
  static final List<String> MODES = List.of("remove", REPLACE);

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  CutoutBody(SentBody sent, boolean strict) {
    super(Operation.REMOVE_BACKGROUND, sent, Set.of(MODE, BACKGROUND, SMOOTHING, THRESHOLD));
    String mode = word(MODE, MODES);
    JsonObjectBuilder settings = WireJson.object().add(MODE, mode);
    if (mode.equals(REPLACE)) {
      settings.add(BACKGROUND, background());
    } else {
      judgeRemoval();
    }
    settings.add(SMOOTHING, flag(SMOOTHING, true)).add(THRESHOLD, WireJson.number(threshold()));
    finish(settings, strict);
  }

  private void judgeRemoval() {
    if (format().filter(format -> !format.keepsTransparency()).isPresent()) {
      String field = body.has("output_format") ? "output_format" : "output.format";
      body.violate(field, "must be png or webp, which have transparency, to remove a background");
    }
    if (body.has(BACKGROUND) || sent.file(FILE).isPresent()) {
      request.remark(
          new Remark("parameter_ignored", "Without mode 'replace' nothing is put behind"));
    }
  }

  private double threshold() {
    double threshold = share(THRESHOLD, 0.5);
    if (threshold <= 0 || threshold >= 1) {
      body.violate(THRESHOLD, "must be between 0 and 1, both excluded");
    }
    return threshold;
  }

  private JsonObjectBuilder background() {
    JsonInput background = body.object(BACKGROUND);
    strangers.addAll(background.strangers(Set.of(COLOUR, PICTURE, BLUR)));
    String colour = colour(background);
    Double blur = blur(background);
    Optional<String> picture = PictureMembers.reference(background, PICTURE);
    picture.ifPresent(text -> request.reference(InputWish.named(BACKGROUND + "." + PICTURE, text)));
    sent.file(FILE).ifPresent(file -> request.reference(InputWish.sent(FILE, file)));
    judgeChoice(colour, blur, picture);
    Map<String, Object> kept = new LinkedHashMap<>();
    kept.put(COLOUR, colour);
    kept.put(PICTURE, picture.filter(PictureMembers::isName).orElse(null));
    kept.put(BLUR, blur);
    given.keepSection(BACKGROUND, kept);
    JsonObjectBuilder settings = WireJson.object();
    if (colour != null) {
      settings.add(COLOUR, colour);
    }
    return blur == null ? settings : settings.add(BLUR, WireJson.number(blur));
  }

  private void judgeChoice(String colour, Double blur, Optional<String> picture) {
    int choices = 0;
    choices += colour == null ? 0 : 1;
    choices += blur == null ? 0 : 1;
    choices += picture.isPresent() ? 1 : 0;
    choices += sent.file(FILE).isPresent() ? 1 : 0;
    if (choices != 1) {
      body.violate(BACKGROUND, "must have one of: color, image_url, blur");
    }
  }

  private static String colour(JsonInput background) {
    String colour = background.text(COLOUR);
    if (colour != null && !HEX.matcher(colour).matches()) {
      background.violate(COLOUR, "must be a color such as #FFFFFF");
    }
    return colour == null ? null : colour.toUpperCase(Locale.ROOT);
  }

  private static Double blur(JsonInput background) {
    Double blur = background.number(BLUR);
    if (blur != null && !(blur > 0 && blur <= MOST_BLUR)) {
      background.violate(BLUR, "must be above 0 and at most 200 pixels");
    }
    return blur;
  }
}
