package dev.easel.domain.asset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Id of an image: that of its generation and its place in it, {@code img_<prefix>_<hex>_<index>}
 * with the default prefix {@code gen} left out. It is known before the image exists, which {@code
 * /api/v1} needs: it names the files of a generation that is only queued.
 */
public record ImageId(String generationId, int index) {

  private static final Pattern FORM =
      Pattern.compile("img_(?:(?!gen_)([a-z]+(?:_[a-z]+)*)_)?([0-9a-f]{24})_(0|[1-9][0-9]?)");
  private static final String DEFAULT_PREFIX = "gen_";

  public static ImageId of(String generationId, int index) {
    return new ImageId(generationId, index);
  }

  /** Empty if the text is not an id in its one written form. */
  public static Optional<ImageId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String prefix = matcher.group(1) == null ? DEFAULT_PREFIX : matcher.group(1) + "_";
    return Optional.of(new ImageId(prefix + matcher.group(2), Integer.parseInt(matcher.group(3))));
  }

  public String value() {
    String tail =
        generationId.startsWith(DEFAULT_PREFIX)
            ? generationId.substring(DEFAULT_PREFIX.length())
            : generationId;
    return "img_" + tail + "_" + index;
  }

  @Override
  public String toString() {
    return value();
  }
}
