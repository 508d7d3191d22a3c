package dev.easel.web.api.v2;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
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
  private static final String STATUSES = "queued, processing, completed, failed, cancelled";
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

  private final QueryReader reader = new QueryReader();

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  GenerationQuery query() {
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    int number = pageNumber();
    if (reader.has(cursor) && number > 1) {
      reader.violate("page", "cannot be combined with cursor");
    }
    GenerationQuery query =
        new GenerationQuery(
            reader.choice("status", status, ListParameters::status, STATUSES),
            Optional.empty(),
            reader.word("model", model),
            reader.word("request_id", requestId),
            Optional.empty(),
            reader.from("date_from", dateFrom),
            reader.until("date_to", dateTo),
            reader.after("cursor", cursor, GENERATION_ID),
            (number - 1) * size,
            size);
    reader.check();
    return query;
  }

  int pageNumber() {
    return reader.number("page", page, 1, MOST_PAGE);
  }

  private static Optional<GenerationStatus> status(String text) {
    return Arrays.stream(GenerationStatus.values()).filter(s -> s.wire().equals(text)).findFirst();
  }
}
