package dev.easel.adapter.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Adds what the shipped catalogue ({@code catalog/models.json}) has and the database lacks. Rows
 * that exist are left alone: from then on they are the operator's.
 */
@Singleton
@Startup
@DependsOn("SchemaMigrator")
public class CatalogSeeder {

  private static final Logger LOG = Logger.getLogger(CatalogSeeder.class.getName());

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  @Inject Clock clock;

  @PostConstruct
  void seed() {
    List<ShippedModel> models = ShippedModel.all();
    try (Connection connection = dataSource.getConnection()) {
      int added = add(models, connection);
      LOG.info(() -> "Catalogue: " + models.size() + " models shipped, " + added + " added");
    } catch (SQLException e) {
      throw new IllegalStateException("The shipped catalogue cannot be added", e);
    }
  }

  private int add(List<ShippedModel> shipped, Connection connection) throws SQLException {
    Set<String> known = column(connection, "select id from image_model");
    List<ShippedModel> missing =
        shipped.stream().filter(model -> !known.contains(model.id())).toList();
    insert(connection, "image_model", rows(missing, model -> List.of(model.row(now()))));
    // An alias the operator gave to another model stays there, and the server starts.
    Set<String> taken = column(connection, "select alias from model_alias");
    insert(connection, "model_alias", rows(missing, model -> aliases(model, taken)));
    insert(connection, "model_route", rows(missing, ShippedModel::routes));
    insert(connection, "price_list", rows(missing, model -> model.priceLists(now())));
    insert(connection, "price_rule", rows(missing, model -> model.prices(now())));
    return missing.size();
  }

  private static List<Map<String, Object>> rows(
      List<ShippedModel> models, Function<ShippedModel, List<Map<String, Object>>> rows) {
    return models.stream().map(rows).flatMap(List::stream).toList();
  }

  private static List<Map<String, Object>> aliases(ShippedModel model, Set<String> taken) {
    return model.aliases().stream()
        .filter(taken::add)
        .map(alias -> Map.<String, Object>of("alias", alias, "model_id", model.id()))
        .toList();
  }

  private static Set<String> column(Connection connection, String query) throws SQLException {
    Set<String> values = new HashSet<>();
    try (Statement select = connection.createStatement();
        ResultSet rows = select.executeQuery(query)) {
      while (rows.next()) {
        values.add(rows.getString(1));
      }
    }
    return values;
  }

  /** One batch; all rows of a table name the same columns. */
  private static void insert(Connection connection, String table, List<Map<String, Object>> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    List<String> columns = List.copyOf(rows.get(0).keySet());
    String marks = "?" + ", ?".repeat(columns.size() - 1);
    String sql =
        "insert into %s (%s) values (%s)".formatted(table, String.join(", ", columns), marks);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (Map<String, Object> row : rows) {
        for (int i = 0; i < columns.size(); i++) {
          insert.setObject(i + 1, row.get(columns.get(i)));
        }
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
