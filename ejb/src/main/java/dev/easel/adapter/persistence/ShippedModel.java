package dev.easel.adapter.persistence;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One model of the shipped catalogue ({@code catalog/models.json}), as rows of the tables it goes
 * to. What a model does not say, the file's {@code defaults} say. Keys the tables do not know, such
 * as {@code price_basis}, are for readers of the file.
 */
record ShippedModel(JsonObject json) {

  private static final List<String> TEXTS =
      List.of("id", "name", "description", "version", "owner", "default_size", "lifecycle");
  private static final List<String> INTEGERS =
      List.of(
          "min_edge",
          "max_edge",
          "edge_multiple",
          "max_outputs",
          "max_prompt_length",
          "min_steps",
          "max_steps",
          "default_steps");
  private static final List<String> FRACTIONS =
      List.of("min_guidance", "max_guidance", "default_guidance");

  static List<ShippedModel> all() {
    InputStream stream = ShippedModel.class.getResourceAsStream("/catalog/models.json");
    try (JsonReader reader = Json.createReader(stream)) {
      JsonObject shipped = reader.readObject();
      JsonObject defaults = shipped.getJsonObject("defaults");
      return shipped.getJsonArray("models").getValuesAs(JsonObject.class).stream()
          .map(model -> new ShippedModel(merged(defaults, model)))
          .toList();
    }
  }

  String id() {
    return json.getString("id");
  }

  /** The row of {@code image_model}; an absent value is null. */
  Map<String, Object> row(OffsetDateTime now) {
    Map<String, Object> row = new LinkedHashMap<>();
    TEXTS.forEach(column -> row.put(column, json.getString(column)));
    row.put("model_type", json.getString("type"));
    row.put("source_type", json.getString("source_type"));
    row.put("capabilities", joined("capabilities"));
    row.put("features", joined("features"));
    row.put("sizes", joined("sizes"));
    row.put("schedulers", joined("schedulers"));
    row.put("successor_id", json.getString("successor", null));
    row.put("release_date", date("release_date"));
    row.put("sunset_on", date("sunset_on"));
    row.put("vip_required", json.getBoolean("vip", false));
    row.put("only_listed_sizes", json.getBoolean("only_listed_sizes", false));
    INTEGERS.forEach(column -> row.put(column, json.getInt(column)));
    FRACTIONS.forEach(column -> row.put(column, json.getJsonNumber(column).doubleValue()));
    row.put("created_at", now);
    return row;
  }

  List<String> aliases() {
    return array("aliases").getValuesAs(JsonString::getString);
  }

  /** Rows of {@code model_route}. */
  List<Map<String, Object>> routes() {
    return array("routes").getValuesAs(JsonObject.class).stream().map(this::route).toList();
  }

  /** Rows of {@code price_rule}; none if nothing is known, and then the model is not callable. */
  List<Map<String, Object>> prices(OffsetDateTime now) {
    List<Map<String, Object>> rows = new ArrayList<>();
    if (json.containsKey("prices")) {
      json.getJsonObject("prices")
          .forEach((operation, usd) -> rows.add(price(operation, (JsonNumber) usd, now)));
    }
    return rows;
  }

  /** The row of {@code price_list} that the prices belong to, if there are any. */
  List<Map<String, Object>> priceLists(OffsetDateTime now) {
    if (!json.containsKey("prices")) {
      return List.of();
    }
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id() + ":1");
    row.put("model_id", id());
    row.put("list_version", 1);
    row.put("active_from", now);
    row.put("reason", "shipped");
    row.put("actor", "system");
    row.put("created_at", now);
    return List.of(row);
  }

  private Map<String, Object> route(JsonObject route) {
    String adapter = route.getString("adapter");
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id() + "@" + adapter);
    row.put("model_id", id());
    row.put("adapter", adapter);
    row.put("upstream_id", route.getString("upstream"));
    row.put("preference", route.getInt("preference", 100));
    row.put("enabled", route.getBoolean("enabled", true));
    return row;
  }

  private Map<String, Object> price(String operation, JsonNumber usd, OffsetDateTime now) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("id", id() + ":" + operation + ":1");
    row.put("model_id", id());
    row.put("operation", operation);
    row.put("rule_version", 1);
    row.put("usd_micros", usd.bigDecimalValue().movePointRight(6).longValueExact());
    row.put("created_at", now);
    return row;
  }

  private JsonArray array(String key) {
    return json.containsKey(key) ? json.getJsonArray(key) : JsonValue.EMPTY_JSON_ARRAY;
  }

  private String joined(String key) {
    List<String> words = array(key).getValuesAs(JsonString::getString);
    return words.isEmpty() ? null : String.join(",", words);
  }

  private LocalDate date(String key) {
    return json.containsKey(key) ? LocalDate.parse(json.getString(key)) : null;
  }

  private static JsonObject merged(JsonObject defaults, JsonObject model) {
    return Json.createObjectBuilder(defaults).addAll(Json.createObjectBuilder(model)).build();
  }
}
