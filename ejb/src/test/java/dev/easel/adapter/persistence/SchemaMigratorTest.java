package dev.easel.adapter.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.fake.Stored;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaMigratorTest {

  @TempDir Path directory;

  @Test
  void aDatabaseThatForgetsCommitsIsRefusedAndLeftAsItWas() throws SQLException {
    JdbcDataSource forgetful = h2("");

    assertThatThrownBy(() -> migrator(forgetful).migrate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("WRITE_DELAY=0");
    assertThat(hasTables(forgetful)).isFalse();
  }

  @Test
  void aDatabaseThatKeepsCommitsIsMigratedOnce() throws SQLException {
    JdbcDataSource faithful = h2(";WRITE_DELAY=0");

    migrator(faithful).migrate();
    migrator(faithful).migrate();

    assertThat(hasTables(faithful)).isTrue();
  }

  @Test
  void aDatabaseThatCannotBeReachedStopsTheStart() {
    JdbcDataSource missing = h2(";WRITE_DELAY=0;IFEXISTS=TRUE");

    assertThatThrownBy(() -> migrator(missing).migrate())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot be reached");
  }

  private JdbcDataSource h2(String settings) {
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:file:" + directory.resolve("easel") + settings);
    source.setUser("sa");
    return source;
  }

  private static SchemaMigrator migrator(JdbcDataSource source) {
    SchemaMigrator migrator = new SchemaMigrator();
    Stored.set(migrator, "dataSource", source);
    return migrator;
  }

  private static boolean hasTables(JdbcDataSource source) throws SQLException {
    try (Connection connection = source.getConnection();
        var tables = connection.getMetaData().getTables(null, "PUBLIC", "GENERATION", null)) {
      return tables.next();
    }
  }
}
