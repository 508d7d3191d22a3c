package dev.easel.web.api.v2;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.JsonInput;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Query parameters of the list of generations: filters, and pages by {@code cursor} or by {@code
 * page}. Days are UTC; {@code date_to} includes its day.
 */
public class ListParameters {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;
  private static final int MOST_PAGE = 10_000;
  private static final Pattern GENERATION_ID = Pattern.compile("[a-z]{2,8}_[0-9a-f]{24}");

  @QueryParam("status")
  String status;

  @QueryParam("model")
  String model;

  @QueryParam("request_id")
  String requestId;

  @QueryParam("date_from")
  String dateFrom;

  @QueryParam("date_to")
  String dateTo;

  @QueryParam("cursor")
  String cursor;

  @QueryParam("page")
  String page;

  @QueryParam("limit")
  String limit;

  private final Map<String, String> violations = new LinkedHashMap<>();

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  GenerationQuery query() {
    int size = number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    int number = pageNumber();
    if (given(cursor).isPresent() && number > 1) {
      violations.put("page", "cannot be combined with cursor");
    }
    GenerationQuery query =
        new GenerationQuery(
            wantedStatus(),
            Optional.empty(),
            word("model", model),
            word("request_id", requestId),
            Optional.empty(),
            time("date_from", dateFrom, 0),
            time("date_to", dateTo, 1),
            after(),
            (number - 1) * size,
            size);
    if (!violations.isEmpty()) {
      throw FailureException.invalid(violations);
    }
    return query;
  }

  int pageNumber() {
    return number("page", page, 1, MOST_PAGE);
  }

  /** Opaque to clients. */
  static String cursor(String lastId) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(lastId.getBytes(UTF_8));
  }

  private Optional<String> word(String name, String text) {
    if (text != null && !JsonInput.isStorable(text)) {
      violations.put(name, "must not contain U+0000");
    }
    return given(text);
  }

  private Optional<GenerationStatus> wantedStatus() {
    Optional<GenerationStatus> known =
        Arrays.stream(GenerationStatus.values()).filter(s -> s.wire().equals(status)).findFirst();
    if (known.isEmpty() && given(status).isPresent()) {
      violations.put("status", "must be one of: queued, processing, completed, failed, cancelled");
    }
    return known;
  }

  private Optional<String> after() {
    if (given(cursor).isEmpty()) {
      return Optional.empty();
    }
    Optional<String> id = decoded(cursor).filter(text -> GENERATION_ID.matcher(text).matches());
    if (id.isEmpty()) {
      violations.put("cursor", "is not a cursor of this list");
    }
    return id;
  }

  private static Optional<String> decoded(String text) {
    try {
      return Optional.of(new String(Base64.getUrlDecoder().decode(text), UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * @param days added to a date without a time
   */
  private Optional<Instant> time(String name, String text, int days) {
    if (given(text).isEmpty()) {
      return Optional.empty();
    }
    try {
      Instant time =
          text.length() > "2024-01-01".length()
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDate.parse(text).plusDays(days).atStartOfDay(ZoneOffset.UTC).toInstant();
      return Optional.of(storable(time));
    } catch (DateTimeException e) {
      violations.put(
          name, "must be a date such as 2024-01-31 or a time such as 2024-01-31T12:00:00Z");
      return Optional.empty();
    }
  }

  private static Instant storable(Instant time) {
    int year = time.atOffset(ZoneOffset.UTC).getYear();
    if (year < 1 || year > 9999) {
      throw new DateTimeException("Year out of range");
    }
    return time;
  }

  private int number(String name, String text, int usual, int most) {
    if (given(text).isEmpty()) {
      return usual;
    }
    if (text.matches("[1-9][0-9]{0,8}") && Integer.parseInt(text) <= most) {
      return Integer.parseInt(text);
    }
    violations.put(name, "must be between 1 and " + most);
    return usual;
  }

  private static Optional<String> given(String text) {
    return Optional.ofNullable(text).filter(t -> !t.isBlank());
  }
}
