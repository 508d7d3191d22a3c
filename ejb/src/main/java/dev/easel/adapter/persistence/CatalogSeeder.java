package dev.easel.adapter.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Logger;

/**
 * Adds what the shipped catalogue ({@code catalog/models.json}) has and the database lacks. Rows
 * that exist are left alone: from then on they are the operator's.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
public class CatalogSeeder {

  private static final Logger LOG = Logger.getLogger(CatalogSeeder.class.getName());

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Inject Clock clock;

  @PostConstruct
  void seed() {
    JsonObject shipped = read();
    JsonObject defaults = shipped.getJsonObject("defaults");
    List<JsonObject> models = shipped.getJsonArray("models").getValuesAs(JsonObject.class);
    long added = models.stream().filter(m -> add(merged(defaults, m))).count();
    LOG.info(() -> "Catalogue: " + models.size() + " models shipped, " + added + " added");
  }

  private boolean add(JsonObject model) {
    String id = model.getString("id");
    if (exists("image_model", "id", id)) {
      return false;
    }
    insert("image_model", modelRow(model));
    for (JsonValue alias : array(model, "aliases")) {
      insert("model_alias", Map.of("alias", text(alias), "model_id", id));
    }
    for (JsonObject route : array(model, "routes").getValuesAs(JsonObject.class)) {
      insert("model_route", routeRow(id, route));
    }
    model.getJsonObject("prices").forEach((op, usd) -> insert("price_rule", price(id, op, usd)));
    return true;
  }

  private Map<String, Object> modelRow(JsonObject model) {
    Map<String, Object> row = new LinkedHashMap<>();
    for (String column :
        List.of("id", "name", "description", "version", "owner", "default_size", "lifecycle")) {
      row.put(column, model.getString(column));
    }
    row.put("model_type", model.getString("type"));
    row.put("source_type", model.getString("source_type"));
    row.put("capabilities", joined(model, "capabilities"));
    row.put("features", joined(model, "features"));
    row.put("sizes", joined(model, "sizes"));
    row.put("schedulers", joined(model, "schedulers"));
    row.put("successor_id", model.getString("successor", null));
    row.put("release_date", date(model, "release_date"));
    row.put("sunset_on", date(model, "sunset_on"));
    row.put("vip_required", model.getBoolean("vip", false));
    row.put("only_listed_sizes", model.getBoolean("only_listed_sizes", false));
    for (String column :
        List.of(
            "min_edge",
            "max_edge",
            "edge_multiple",
            "max_outputs",
            "max_prompt_length",
            "min_steps",
            "max_steps",
            "default_steps")) {
      row.put(column, model.getInt(column));
    }
    for (String column : List.of("min_guidance", "max_guidance", "default_guidance")) {
      row.put(column, model.getJsonNumber(column).doubleValue());
    }
    row.put("created_at", now());
    return row;
  }

  private static Map<String, Object> routeRow(String modelId, JsonObject route) {
    String adapter = route.getString("adapter");
    return Map.of(
        "id",
        modelId + "@" + adapter,
        "model_id",
        modelId,
        "adapter",
        adapter,
        "upstream_id",
        route.getString("upstream"),
        "preference",
        route.getInt("preference", 100),
        "enabled",
        route.getBoolean("enabled", true));
  }

  private Map<String, Object> price(String modelId, String operation, JsonValue usd) {
    long micros = ((JsonNumber) usd).bigDecimalValue().movePointRight(6).longValueExact();
    return Map.of(
        "id",
        modelId + ":" + operation + ":1",
        "model_id",
        modelId,
        "operation",
        operation,
        "rule_version",
        1,
        "usd_micros",
        micros,
        "created_at",
        now());
  }

  private boolean exists(String table, String column, String value) {
    return !entities
        .createNativeQuery("select " + column + " from " + table + " where " + column + " = ?")
        .setParameter(1, value)
        .getResultList()
        .isEmpty();
  }

  private void insert(String table, Map<String, Object> row) {
    Map<String, Object> given = new LinkedHashMap<>(row);
    given.values().removeIf(value -> value == null);
    String marks = "?" + ", ?".repeat(given.size() - 1);
    Query insert =
        entities.createNativeQuery(
            "insert into %s (%s) values (%s)"
                .formatted(table, String.join(", ", given.keySet()), marks));
    int position = 1;
    for (Object value : given.values()) {
      insert.setParameter(position++, value);
    }
    insert.executeUpdate();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static JsonObject merged(JsonObject defaults, JsonObject model) {
    return Json.createObjectBuilder(defaults).addAll(Json.createObjectBuilder(model)).build();
  }

  private static JsonArray array(JsonObject model, String key) {
    return model.containsKey(key) ? model.getJsonArray(key) : JsonValue.EMPTY_JSON_ARRAY;
  }

  private static String joined(JsonObject model, String key) {
    List<String> words = array(model, key).stream().map(CatalogSeeder::text).toList();
    return words.isEmpty() ? null : String.join(",", words);
  }

  private static String text(JsonValue value) {
    return ((JsonString) value).getString();
  }

  private static LocalDate date(JsonObject model, String key) {
    return model.containsKey(key) ? LocalDate.parse(model.getString(key)) : null;
  }

  private static JsonObject read() {
    InputStream stream = CatalogSeeder.class.getResourceAsStream("/catalog/models.json");
    try (JsonReader reader = Json.createReader(stream)) {
      return reader.readObject();
    }
  }
}
