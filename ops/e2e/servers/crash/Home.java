package dev.easel.crash;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** Where the server keeps its rows: the H2 file of its data directory, or a database of its own. */
final class Home {

  private final Path runtime;
  private final Path scratch;
  private final String url;
  private final String user;
  private final String password;
  private final String name;

  private Home(Path runtime, Path scratch, String url, String user, String pass, String name) {
    this.runtime = runtime;
    this.scratch = scratch;
    this.url = url;
    this.user = user;
    this.password = pass;
    this.name = name;
  }

  static Home of(Path runtime, Path data) {
    String given = Crash.setting("EASEL_DB_URL", "");
    if (given.startsWith("jdbc:postgresql:")) {
      String user = Crash.setting("EASEL_DB_USER", "easel");
      String password = Crash.setting("EASEL_DB_PASSWORD", "");
      String name = "crash_" + ProcessHandle.current().pid();
      return new Home(runtime, data.getParent(), given, user, password, name);
    }
    String url = "jdbc:h2:file:" + data.resolve("easel") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE";
    return new Home(runtime, data.getParent(), url, "sa", "", null);
  }

  /** What the server is started with besides the environment of this program. */
  Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("EASEL_CATALOG_DEMO_ROUTES", "true");
    if (name != null) {
      settings.put("EASEL_DB_URL", own());
    }
    return settings;
  }

  void prepare() throws IOException, SQLException {
    if (name != null) {
      run("create database " + name);
    }
  }

  void remove() throws IOException, SQLException {
    if (name != null) {
      run("drop database " + name);
    }
  }

  Database open() throws IOException, SQLException {
    return Database.open(runtime, scratch, own(), user, password);
  }

  private void run(String statement) throws IOException, SQLException {
    try (Database database = Database.open(runtime, scratch, url, user, password)) {
      database.run(statement);
    }
  }

  /** The given URL with another database; another schema would not do, Jakarta Batch resets it. */
  private String own() {
    return name == null ? url : url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "$1");
  }
}
