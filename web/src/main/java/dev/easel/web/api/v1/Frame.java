package dev.easel.web.api.v1;

import static java.util.Comparator.comparingDouble;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.web.api.JsonInput;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Works out the size from {@code width}, {@code height}, {@code aspect_ratio} and {@code quality}.
 * Pixels win over the ratio; the quality sets the longer edge where no pixels are given. Source:
 * product decision B6.
 */
final class Frame {

  private static final Pattern RATIO = Pattern.compile("([1-9][0-9]{0,2}):([1-9][0-9]{0,2})");

  /** How far {@code 1344x768} may be from {@code 16:9} without being told. */
  private static final double TOLERANCE = 0.03;

  private final ConfigMembers members;
  private final ImageModel model;
  private final Optional<Size> source;

  Frame(ConfigMembers members, ImageModel model, Optional<Size> source) {
    this.members = members;
    this.model = model;
    this.source = source;
  }

  /** Null for the default size of the user or the model. */
  Size size(Optional<Quality> quality) {
    Integer width = edge("width");
    Integer height = edge("height");
    Optional<Double> ratio = ratio();
    if (width != null && height != null) {
      ratio.filter(r -> differs(r, (double) width / height)).ifPresent(r -> remarkIgnored());
      return new Size(width, height);
    }
    if (width != null) {
      return new Size(width, rounded(width / ratio.orElse(1.0)));
    }
    if (height != null) {
      return new Size(rounded(height * ratio.orElse(1.0)), height);
    }
    if (ratio.isEmpty() && source.isPresent() && quality.isEmpty() && fits(source.get())) {
      return source.get();
    }
    Optional<Double> shape = ratio.or(() -> source.map(s -> (double) s.width() / s.height()));
    return shape.isEmpty() && quality.isEmpty()
        ? null
        : shaped(shape.orElse(1.0), quality.orElse(Quality.HD));
  }

  private Size shaped(double ratio, Quality quality) {
    int longEdge = Math.min(quality.longEdge(), model.maxEdge());
    if (model.onlyListedSizes()) {
      return model.sizes().stream()
          .min(
              comparingDouble(
                  (Size s) ->
                      Math.abs(Math.log((double) s.width() / s.height() / ratio)) * 1e6
                          + Math.abs(Math.max(s.width(), s.height()) - longEdge)))
          .orElse(model.defaultSize());
    }
    return ratio >= 1
        ? new Size(rounded(longEdge), rounded(longEdge / ratio))
        : new Size(rounded(longEdge * ratio), rounded(longEdge));
  }

  private boolean fits(Size size) {
    return !model.onlyListedSizes()
        && Math.max(size.width(), size.height()) <= model.maxEdge()
        && Math.min(size.width(), size.height()) >= model.minEdge()
        && size.width() % model.edgeMultiple() == 0
        && size.height() % model.edgeMultiple() == 0;
  }

  private int rounded(double edge) {
    int multiple = Math.max(1, model.edgeMultiple());
    return (int) Math.max(multiple, Math.round(edge / multiple) * multiple);
  }

  private Integer edge(String name) {
    JsonInput object = members.with(name);
    Integer edge = object.integer(name);
    if (edge != null && (edge < 1 || edge > 99_999)) {
      object.violate(name, "must be between " + model.minEdge() + " and " + model.maxEdge());
      return null;
    }
    return edge;
  }

  private Optional<Double> ratio() {
    JsonInput object = members.with("aspect_ratio");
    String text = object.text("aspect_ratio");
    if (text == null) {
      return Optional.empty();
    }
    Matcher matcher = RATIO.matcher(text.trim());
    if (!matcher.matches()) {
      object.violate("aspect_ratio", "must be like 16:9");
      return Optional.empty();
    }
    return Optional.of(Double.parseDouble(matcher.group(1)) / Double.parseDouble(matcher.group(2)));
  }

  private static boolean differs(double one, double other) {
    return Math.abs(Math.log(one / other)) > TOLERANCE;
  }

  private void remarkIgnored() {
    members.remark("aspect_ratio_ignored", "width and height decide; aspect_ratio is ignored");
  }
}
