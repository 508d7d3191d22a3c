package dev.easel.adapter.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Clock;
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
    List<ShippedModel> models = ShippedModel.all();
    long added = models.stream().filter(this::add).count();
    LOG.info(() -> "Catalogue: " + models.size() + " models shipped, " + added + " added");
  }

  private boolean add(ShippedModel model) {
    if (exists("image_model", "id", model.id())) {
      return false;
    }
    insert("image_model", model.row(now()));
    // An alias the operator gave to another model stays there, and the server starts.
    model.aliases().stream()
        .filter(alias -> !exists("model_alias", "alias", alias))
        .forEach(alias -> insert("model_alias", Map.of("alias", alias, "model_id", model.id())));
    model.routes().forEach(route -> insert("model_route", route));
    model.prices(now()).forEach(price -> insert("price_rule", price));
    return true;
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
}
