package dev.easel.crash;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.zip.ZipFile;

/** The server's database, read beside its back with the very driver the server uses. */
final class Database implements AutoCloseable {

  private final Connection connection;

  private Database(Connection connection) {
    this.connection = connection;
  }

  /**
   * Connects with a driver of {@code runtime}, where the build puts Payara Micro and the PostgreSQL
   * driver; H2's is inside Payara Micro.
   */
  static Database open(Path runtime, Path scratch, String url, String user, String password)
      throws IOException, SQLException {
    boolean h2 = url.startsWith("jdbc:h2:");
    Path jar = h2 ? h2(runtime, scratch) : runtime.resolve("postgresql.jar");
    Properties login = new Properties();
    login.setProperty("user", user);
    login.setProperty("password", password);
    Driver driver = driver(jar, h2 ? "org.h2.Driver" : "org.postgresql.Driver");
    return new Database(driver.connect(url, login));
  }

  private static Path h2(Path runtime, Path scratch) throws IOException {
    Path jar = scratch.resolve("h2.jar");
    try (ZipFile payara = new ZipFile(runtime.resolve("payara-micro.jar").toFile());
        InputStream nested =
            payara.getInputStream(payara.getEntry("MICRO-INF/runtime/h2.jar"))) {
      Files.copy(nested, jar, StandardCopyOption.REPLACE_EXISTING);
    }
    return jar;
  }

  private static Driver driver(Path jar, String type) throws IOException {
    try {
      URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
      return (Driver) loader.loadClass(type).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      throw new IOException("No driver in " + jar, e);
    }
  }

  void run(String statement) throws SQLException {
    try (PreparedStatement prepared = connection.prepareStatement(statement)) {
      prepared.execute();
    }
  }

  /** Rows as maps from lower-case column names to values. */
  List<Row> rows(String query) throws SQLException {
    List<Row> rows = new ArrayList<>();
    try (PreparedStatement prepared = connection.prepareStatement(query);
        ResultSet result = prepared.executeQuery()) {
      ResultSetMetaData columns = result.getMetaData();
      while (result.next()) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
          values.put(columns.getColumnLabel(i).toLowerCase(Locale.ROOT), result.getObject(i));
        }
        rows.add(new Row(values));
      }
    }
    return rows;
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }

  /** One row. */
  record Row(Map<String, Object> values) {

    String text(String column) {
      Object value = values.get(column);
      return value == null ? null : value.toString();
    }

    long number(String column) {
      return ((Number) values.get(column)).longValue();
    }
  }
}
