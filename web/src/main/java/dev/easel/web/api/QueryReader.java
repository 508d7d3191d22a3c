package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.shared.Utc;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Reads query parameters. Blank is as good as absent; what is wrong is collected and thrown
 * together by {@link #check}, so that one answer tells all of it.
 */
public final class QueryReader {

  private final Map<String, String> violations = new LinkedHashMap<>();

  public Optional<String> word(String name, String text) {
    if (text != null && !StoredText.isStorable(text)) {
      violate(name, "must not contain U+0000");
    }
    return given(text);
  }

  /**
   * One of a few words.
   *
   * @param known the words, for the message
   */
  public <T> Optional<T> choice(
      String name, String text, Function<String, Optional<T>> parser, String known) {
    Optional<T> found = given(text).flatMap(parser);
    if (found.isEmpty() && given(text).isPresent()) {
      violate(name, "must be one of: " + known);
    }
    return found;
  }

  /** A whole number from 1 to {@code most}. */
  public int number(String name, String text, int usual, int most) {
    if (given(text).isEmpty()) {
      return usual;
    }
    if (text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    violate(name, "must be between 1 and " + most);
    return usual;
  }

  /** A day, which begins at midnight UTC, or a time. */
  public Optional<Instant> from(String name, String text) {
    return time(name, text, 0);
  }

  /** The end of a day, UTC, or a time. */
  public Optional<Instant> until(String name, String text) {
    return time(name, text, 1);
  }

  /** What {@link #cursor} was made of, if it has the form of this list's keys. */
  public Optional<String> after(String name, String text, Pattern form) {
    return after(name, text, k -> Optional.of(k).filter(key -> form.matcher(key).matches()));
  }

  /** What {@link #cursor} was made of, if this list's keys can be read so. */
  public <T> Optional<T> after(String name, String text, Function<String, Optional<T>> form) {
    if (given(text).isEmpty()) {
      return Optional.empty();
    }
    Optional<T> key = decoded(text).flatMap(form);
    if (key.isEmpty()) {
      violate(name, "is not a cursor of this list");
    }
    return key;
  }

  /** Opaque to clients. */
  public static String cursor(String key) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(UTF_8));
  }

  public boolean has(String text) {
    return given(text).isPresent();
  }

  /** Notes that a parameter is wrong in a way the caller of this class found out. */
  public void violate(String name, String reason) {
    violations.putIfAbsent(name, reason);
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with all violations found so far
   */
  public void check() {
    if (!violations.isEmpty()) {
      throw FailureException.invalid(violations);
    }
  }

  /**
   * @param days added to a date without a time
   */
  private Optional<Instant> time(String name, String text, int days) {
    if (given(text).isEmpty()) {
      return Optional.empty();
    }
    Optional<Instant> time =
        text.length() > "2024-01-01".length() ? WireTime.parse(text) : midnight(text, days);
    if (time.isEmpty()) {
      violate(name, "must be a date such as 2024-01-31 or a time such as 2024-01-31T12:00:00Z");
    }
    return time;
  }

  private static Optional<Instant> midnight(String text, int days) {
    try {
      return Optional.of(Utc.start(LocalDate.parse(text).plusDays(days)))
          .filter(WireTime::isStorable);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(text), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }
}
