package dev.easel.domain.gallery;

import dev.easel.domain.shared.FailureException;
import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names people give to items: lower case, each once, without what separates them in addresses. */
public final class Tags {

  public static final int MOST = 30;
  private static final int LONGEST = 50;
  private static final String SEPARATOR = "\n";

  private Tags() {}

  /**
   * The tags as they are kept.
   *
   * @throws FailureException {@code INVALID_REQUEST} on the field if there are too many or one is
   *     none
   */
  public static List<String> of(String field, List<String> given) {
    Set<String> tags = new LinkedHashSet<>();
    for (String text : given) {
      String tag = normal(text);
      if (tag.isEmpty() || tag.length() > LONGEST || !isTag(tag)) {
        throw FailureException.invalid(
            field, "must be names of 1 to " + LONGEST + " characters without commas");
      }
      tags.add(tag);
    }
    if (tags.size() > MOST) {
      throw FailureException.invalid(field, "must be at most " + MOST);
    }
    return List.copyOf(tags);
  }

  /** How a tag is written, whoever writes it. */
  public static String normal(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
  }

  private static boolean isTag(String text) {
    return text.codePoints().noneMatch(c -> c == ',' || Character.isISOControl(c));
  }

  static String joined(List<String> tags) {
    return String.join(SEPARATOR, tags);
  }

  static List<String> split(String text) {
    return Stream.of(text.split(SEPARATOR)).filter(tag -> !tag.isEmpty()).toList();
  }
}
