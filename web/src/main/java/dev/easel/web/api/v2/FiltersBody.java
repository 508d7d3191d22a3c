package dev.easel.web.api.v2;

import dev.easel.domain.editing.filter.FilterStep;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import dev.easel.service.editing.FilterSettings;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Set;

/** The body of a request to apply filters, in their order. Source: seed 001 "Apply Filters". */
final class FiltersBody extends ProcessBody {

  static final String FILTERS = "filters";
  static final String METADATA = "preserve_metadata";

  /** Characters of all of them; the receipt keeps them beside other members. */
  private static final int LONGEST_LIST = 12_000;

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  FiltersBody(SentBody sent, boolean strict) {
    super(Operation.FILTERS, sent, Set.of(FILTERS, METADATA));
    JsonArray steps = steps();
    boolean metadata = flag(METADATA, false);
    finish(WireJson.object().add(FILTERS, steps).add(METADATA, metadata), strict);
  }

  /** With every default. */
  private JsonArray steps() {
    JsonArray filters = body.array(FILTERS);
    String text = filters.toString();
    if (!StoredText.isStorable(text) || text.length() > LONGEST_LIST) {
      body.violate(
          FILTERS, "must be at most " + LONGEST_LIST + " characters, with no half of a pair");
      return JsonValue.EMPTY_JSON_ARRAY;
    }
    given.keep(FILTERS, filters.isEmpty() ? null : filters);
    try {
      List<FilterStep> steps = FilterSettings.read(filters);
      noteStrangers(filters, steps);
      return FilterSettings.json(steps);
    } catch (FailureException e) {
      e.fields().forEach(body::violate);
      return JsonValue.EMPTY_JSON_ARRAY;
    }
  }

  /** What is given and known has become a value. */
  private void noteStrangers(JsonArray filters, List<FilterStep> steps) {
    for (int i = 0; i < steps.size(); i++) {
      Set<String> read = steps.get(i).values().keySet();
      String place = FILTERS + "[" + i + "].";
      filters.getJsonObject(i).entrySet().stream()
          .filter(member -> member.getValue() != JsonValue.NULL)
          .map(member -> member.getKey())
          .filter(name -> !name.equals("type") && !read.contains(name))
          .forEach(name -> strangers.add(place + name));
    }
  }
}
