package dev.easel.domain.shared;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a page of a list ends that is ordered by a time and, of the same time, by the id.
 *
 * @param at the last item's
 */
public record TimeKey(Instant at, String id) {

  private static final Pattern FORM =
      Pattern.compile(
          "(\\d{4}-\\d\\d-\\d\\dT[0-9:]{5,8}(?:\\.\\d{1,9})?Z) ([a-z0-9]+_[0-9a-z_]{1,36})");

  /** Its text, which {@link #parse} reads. */
  public String text() {
    return at + " " + id;
  }

  /** Empty if the text is none that was ever given out. */
  public static Optional<TimeKey> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new TimeKey(Instant.parse(matcher.group(1)), matcher.group(2)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
