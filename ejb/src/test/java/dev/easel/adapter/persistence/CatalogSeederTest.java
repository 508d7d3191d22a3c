package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.fake.Stored;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CatalogSeederTest {

  private final MigratedDatabase database = new MigratedDatabase();

  @AfterEach
  void close() throws SQLException {
    database.close();
  }

  @Test
  void anEmptyDatabaseGetsEveryModelWithItsRoutesAndPrices() throws SQLException {
    seeder().seed();

    assertThat(count("image_model")).isEqualTo(ShippedModel.all().size());
    assertThat(count("model_alias")).isPositive();
    assertThat(count("model_route")).isPositive();
    assertThat(count("price_rule")).isPositive();
  }

  @Test
  void theNextStartAddsNothing() throws SQLException {
    seeder().seed();
    database.execute("update image_model set name = 'Ours' where id = 'easel/sketch'");
    long routes = count("model_route");

    seeder().seed();

    assertThat(count("image_model")).isEqualTo(ShippedModel.all().size());
    assertThat(count("model_route")).isEqualTo(routes);
    assertThat(database.texts("select name from image_model where id = 'easel/sketch'"))
        .containsExactly("Ours");
  }

  @Test
  void anAliasOfTheOperatorStaysWhereItIs() throws SQLException {
    seeder().seed();
    ShippedModel renamed =
        ShippedModel.all().stream().filter(m -> !m.aliases().isEmpty()).findFirst().orElseThrow();
    String alias = renamed.aliases().get(0);
    database.execute("update model_alias set model_id = 'easel/sketch' where alias = ?", alias);
    forget(renamed.id());

    seeder().seed();

    assertThat(database.texts("select model_id from model_alias where alias = ?", alias))
        .containsExactly("easel/sketch");
    assertThat(database.texts("select id from image_model where id = ?", renamed.id())).hasSize(1);
  }

  private void forget(String model) throws SQLException {
    for (String table : new String[] {"model_alias", "model_route", "price_rule", "price_list"}) {
      database.execute("delete from " + table + " where model_id = ?", model);
    }
    database.execute("delete from image_model where id = ?", model);
  }

  private long count(String table) throws SQLException {
    return Long.parseLong(database.texts("select count(*) from " + table).get(0));
  }

  private CatalogSeeder seeder() {
    CatalogSeeder seeder = new CatalogSeeder();
    seeder.clock = Clock.systemUTC();
    Stored.set(seeder, "dataSource", database.dataSource());
    return seeder;
  }
}
