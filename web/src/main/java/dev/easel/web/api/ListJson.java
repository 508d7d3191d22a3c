package dev.easel.web.api;

import dev.easel.domain.shared.Page;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.function.Function;

/** Slices of lists: what is on them, how much can be, and where the next one begins. */
public final class ListJson {

  private ListJson() {}

  /**
   * @param name of the member that holds the items
   * @param limit how many there are at most
   */
  public static <T> JsonObject of(
      String name, Page<T> page, int limit, Function<? super T, JsonObjectBuilder> item) {
    return WireJson.object()
        .add(name, WireJson.array(page.items(), item))
        .addAll(rest(page, limit))
        .build();
  }

  /** What follows the items. */
  public static JsonObjectBuilder rest(Page<?> page, int limit) {
    return WireJson.object()
        .add("limit", limit)
        .add("next_cursor", WireJson.text(page.next().map(QueryReader::cursor)));
  }
}
