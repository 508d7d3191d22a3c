package dev.easel.adapter.persistence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the schema up to date before anything touches it, and refuses a database that forgets. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigrator {

  private static final Logger LOG = Logger.getLogger(SchemaMigrator.class.getName());

  /** A transaction that only holds the lock meanwhile would be idle for too long. */
  private static final Map<String, String> SESSION_LOCK =
      Map.of("flyway.postgresql.transactional.lock", "false");

  @Resource(lookup = "java:comp/DefaultDataSource")
  private DataSource dataSource;

  @PostConstruct
  void migrate() {
    String vendor = trustedVendor();
    int applied =
        Flyway.configure(Thread.currentThread().getContextClassLoader())
            .dataSource(dataSource)
            .locations(locations(vendor))
            .configuration(SESSION_LOCK)
            .load()
            .migrate()
            .migrationsExecuted;
    LOG.info(() -> "Schema is up to date, " + applied + " migrations applied");
  }

  /** Where the scripts for all databases are, and those that only this one understands. */
  static String[] locations(String vendor) {
    return new String[] {
      "classpath:db/migration", "classpath:db/migration-" + vendor.toLowerCase(Locale.ROOT)
    };
  }

  /**
   * Whose database this is. H2 delays writes by default and then loses acknowledged commits when
   * the process is killed: refused.
   */
  private String trustedVendor() {
    try (Connection connection = dataSource.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName();
      String url = connection.getMetaData().getURL();
      if (product.equals("H2") && isForgetful(connection, url)) {
        throw new IllegalStateException(
            "The H2 URL must contain WRITE_DELAY=0, or a crash loses accepted jobs: " + url);
      }
      return product;
    } catch (SQLException e) {
      throw new IllegalStateException("The database cannot be reached", e);
    }
  }

  private static boolean isForgetful(Connection connection, String url) throws SQLException {
    if (url.toLowerCase(Locale.ROOT).startsWith("jdbc:h2:mem:")) {
      return false;
    }
    try (var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select setting_value from information_schema.settings"
                    + " where setting_name = 'WRITE_DELAY'")) {
      return !row.next() || !row.getString(1).equals("0");
    }
  }
}
