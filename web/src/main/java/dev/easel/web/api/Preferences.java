package dev.easel.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The {@code Prefer} header (RFC 7240) as far as it is known here: {@code wait=N}, {@code
 * respond-async}, {@code handling=strict|lenient}. What cannot be honoured is ignored, as the RFC
 * has it.
 *
 * @param patience how long the client wants the answer held, at most {@link #LONGEST_WAIT}
 * @param respondAsync whether it wants no answer held at all, unless {@code patience} says
 *     otherwise
 * @param handling {@code strict} or {@code lenient}
 */
public record Preferences(
    Optional<Duration> patience, boolean respondAsync, Optional<String> handling) {

  /** Above it, proxies on the way give up first. */
  public static final Duration LONGEST_WAIT = Duration.ofSeconds(110);

  private static final List<String> HANDLING = List.of("strict", "lenient");

  public static Preferences of(HttpServletRequest request) {
    return parse(Collections.list(request.getHeaders("Prefer")));
  }

  static Preferences parse(List<String> headers) {
    Map<String, String> given = new HashMap<>();
    for (String header : headers) {
      for (String preference : header.split(",")) {
        note(preference.split(";", 2)[0], given);
      }
    }
    return new Preferences(
        seconds(given.get("wait")),
        given.containsKey("respond-async"),
        Optional.ofNullable(given.get("handling")).filter(HANDLING::contains));
  }

  /** How long to hold the answer of a surface that would hold it for {@code usual}. */
  public Duration hold(Duration usual) {
    return patience.orElse(respondAsync ? Duration.ZERO : usual);
  }

  /** Whether the client said how long it waits. */
  public boolean saysHowLong() {
    return patience.isPresent() || respondAsync;
  }

  /**
   * Whether what is not known is refused.
   *
   * @param parameter the query's {@code strict}, which asks for the same; may be null
   */
  public boolean strict(String parameter) {
    return "true".equals(parameter) || handling.filter("strict"::equals).isPresent();
  }

  /** Value of {@code Preference-Applied}; empty if nothing was asked for. */
  public Optional<String> applied() {
    List<String> applied = new ArrayList<>();
    if (respondAsync) {
      applied.add("respond-async");
    }
    patience.ifPresent(duration -> applied.add("wait=" + duration.toSeconds()));
    handling.ifPresent(how -> applied.add("handling=" + how));
    return applied.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", applied));
  }

  /** The first mention of a preference counts. */
  private static void note(String preference, Map<String, String> given) {
    String[] parts = preference.split("=", 2);
    String value = parts.length > 1 ? parts[1].trim().replace("\"", "") : "";
    given.putIfAbsent(parts[0].trim().toLowerCase(Locale.ROOT), value.toLowerCase(Locale.ROOT));
  }

  private static Optional<Duration> seconds(String text) {
    if (text == null || !text.matches("[0-9]{1,9}")) {
      return Optional.empty();
    }
    Duration wanted = Duration.ofSeconds(Long.parseLong(text));
    return Optional.of(wanted.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wanted);
  }
}
