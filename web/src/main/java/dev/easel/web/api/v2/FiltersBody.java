package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Set;

/** The body of a request to apply filters, in their order. Source: seed 001 "Apply Filters". */
final class FiltersBody extends ProcessBody {

  private static final String FILTERS = "filters";
  private static final String METADATA = "preserve_metadata";
  private static final int MOST_FILTERS = 50;
  private static final int LONGEST_TYPE = 60;

  /** Characters of all of them; the receipt keeps them beside other members. */
  private static final int LONGEST_LIST = 12_000;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  FiltersBody(SentBody sent, boolean strict) {
    super(Operation.FILTERS, sent, Set.of(FILTERS, METADATA));
    JsonArray filters = filters();
    boolean metadata = flag(METADATA, false);
    finish(WireJson.object().add(FILTERS, filters).add(METADATA, metadata), strict);
  }

  private JsonArray filters() {
    JsonArray filters = body.array(FILTERS);
    List<JsonInput> steps = body.objects(FILTERS);
    if (filters.isEmpty() || filters.size() > MOST_FILTERS) {
      body.violate(FILTERS, "must be 1 to " + MOST_FILTERS + " filters");
    } else if (filters.toString().length() > LONGEST_LIST) {
      body.violate(FILTERS, "must be at most " + LONGEST_LIST + " characters of JSON");
    }
    for (JsonInput step : steps) {
      if (step.text("type", LONGEST_TYPE) == null) {
        step.violate("type", "is required");
      }
    }
    given.keep(FILTERS, filters.isEmpty() ? null : filters);
    return filters;
  }
}
