import dev.easel.adapter.vision.VisionSettings;
import dev.easel.adapter.vision.onnx.NetworkPorts;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.TextEmbedder;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Fills the gallery of the first organisation of a server that is stopped: copies of the one image it
 * has, with tags, words, likes, months, models and meanings of their own.
 *
 * <pre>java -cp 'web/target/easel/WEB-INF/lib/*:h2.jar' ops/bench/Gallery.java URL USER PASSWORD COUNT</pre>
 */
public class Gallery {

  private static final String[] SUBJECTS = {
    "castle", "lake", "fox", "city", "ship", "forest", "robot", "garden", "mountain", "portrait"
  };
  private static final String[] MANNERS = {
    "at dusk", "in the rain", "in watercolour", "under a red moon", "from above", "in snow", "as a woodcut",
    "in neon light", "in fog", "on a sunny day"
  };

  private static final int AT_ONCE = 50_000;
  private static final List<String> TABLES =
      List.of("gallery_item", "gallery_term", "gallery_tag", "gallery_like", "gallery_meaning");
  private static final Map<String, String> UNIQUE =
      Map.of("uq_gallery_item_image", "(image_id)", "uq_gallery_item_state", "(id, trashed, is_public)");
  private static final Pattern INDEX = Pattern.compile("^CREATE INDEX \"PUBLIC\"\\.\"(IX_\\w+)\"");

  private final Map<String, String> indexes = new LinkedHashMap<>();
  private final Connection connection;
  private final boolean h2;
  private final int count;

  private Gallery(Connection connection, int count) throws SQLException {
    this.connection = connection;
    this.h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
    this.count = count;
  }

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
      connection.setAutoCommit(false);
      Gallery gallery = new Gallery(connection, Integer.parseInt(args[3]));
      gallery.bare();
      gallery.images();
      gallery.items();
      gallery.terms();
      gallery.tags();
      gallery.likes();
      gallery.meanings();
      gallery.dressed();
      gallery.done();
    }
    System.exit(0); // the network's threads stay
  }

  /** Without what each row would have to be sorted into: that is made at the end, in one go each. */
  private void bare() throws SQLException {
    if (h2) {
      run("cache", "set cache_size 1000000"); // KB
    }
    run("references", "alter table gallery_tag drop constraint fk_gallery_tag_item");
    for (Map.Entry<String, String> one : UNIQUE.entrySet()) {
      run("references", "alter table gallery_item drop constraint " + one.getKey());
    }
    for (String table : TABLES) {
      indexes.putAll(h2 ? indexesOfH2(table) : indexesOfPostgresql(table));
    }
    for (String index : indexes.keySet()) {
      run("indexes", "drop index " + index);
    }
  }

  private void dressed() throws SQLException {
    for (Map.Entry<String, String> one : UNIQUE.entrySet()) {
      run(one.getKey(), "alter table gallery_item add constraint " + one.getKey() + " unique " + one.getValue());
    }
    for (Map.Entry<String, String> index : indexes.entrySet()) {
      run(index.getKey(), index.getValue());
    }
    run("references", "alter table gallery_tag add constraint fk_gallery_tag_item foreign key"
        + " (item_id, trashed, is_public) references gallery_item (id, trashed, is_public)"
        + " on update cascade on delete cascade");
  }

  private Map<String, String> indexesOfPostgresql(String table) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (ResultSet rows = connection.createStatement().executeQuery("select indexname, indexdef from pg_indexes"
        + " where tablename = '" + table + "' and indexname like 'ix%'")) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  private Map<String, String> indexesOfH2(String table) throws SQLException {
    Map<String, String> found = new LinkedHashMap<>();
    try (ResultSet rows = connection.createStatement().executeQuery("script nodata table " + table)) {
      while (rows.next()) {
        Matcher index = INDEX.matcher(rows.getString(1));
        if (index.find()) {
          found.put(index.group(1), rows.getString(1));
        }
      }
    }
    return found;
  }

  /** {@code n} runs through the next some thousand. */
  private String series(int from) {
    int to = Math.min(count, from + AT_ONCE - 1);
    return (h2 ? "system_range(" : "generate_series(") + from + ", " + to + ") as s(n)";
  }

  private static String id(String prefix) {
    return "'" + prefix + "' || lpad(cast(s.n as varchar), 24, '0') || '_0'";
  }

  private void images() throws SQLException {
    copy("image", "select min(id) from image", Map.of("id", id("img_"), "image_index", "s.n"));
  }

  private void items() throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    columns.put("id", id("gallery_item_"));
    columns.put("image_id", id("img_"));
    columns.put("model_id", "'bench/model-' || (s.n % 7)");
    columns.put("title", "'Image ' || s.n");
    columns.put("sort_title", "'image ' || lpad(cast((cast(s.n as bigint) * 7919) % 1000003 as varchar), 8, '0')");
    columns.put("is_public", "s.n % 10 = 0");
    columns.put("views", "(s.n * 31) % 5000");
    columns.put("likes", "(s.n * 17) % 300");
    columns.put("downloads", "(s.n * 13) % 900");
    columns.put("indexed", "true");
    columns.put("meant", "true");
    String ago = h2 ? "dateadd(second, -60 * s.n, t.created_at)" : "t.created_at - s.n * interval '60 seconds'";
    columns.put("created_at", ago);
    columns.put("made_month", "202401 + 100 * ((s.n / 12) % 3) + s.n % 12");
    copy("gallery_item", "select min(id) from gallery_item", columns);
  }

  /** All rows have the values of the first but these. */
  private void copy(String table, String first, Map<String, String> other) throws SQLException {
    List<String> names = new ArrayList<>();
    try (ResultSet rows = connection.createStatement().executeQuery("select * from " + table + " where 1 = 0")) {
      ResultSetMetaData columns = rows.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        names.add(columns.getColumnName(i).toLowerCase(Locale.ROOT));
      }
    }
    String values = names.stream().map(n -> other.getOrDefault(n, "t." + n)).collect(Collectors.joining(", "));
    String id = first(first);
    in(table, s -> "insert into " + table + " (" + String.join(", ", names) + ") select " + values + " from " + table
        + " t cross join " + s + " where t.id = '" + id + "'");
  }

  private void terms() throws SQLException {
    String tenant = first("select min(tenant_id) from gallery_item");
    for (String[] term : new String[][] {
      {"'w:common'", "1 = 1"}, {"'w:half'", "s.n % 2 = 0"}, {"'w:rare' || (s.n / 100)", "1 = 1"},
      {"'w:model' || (s.n % 7)", "1 = 1"}, {"'w:odd'", "s.n % 2 = 1"},
      {"'w:early'", "s.n > " + (count - count / 100)}
    }) {
      in(term[0], s -> "insert into gallery_term (item_id, term, tenant_id) select " + id("gallery_item_") + ", "
          + term[0] + ", '" + tenant + "' from " + s + " where " + term[1]);
    }
  }

  private void tags() throws SQLException {
    for (String[] tag : new String[][] {{"'tag' || (s.n % 40)", "1 = 1"}, {"'seldom' || (s.n / 500)", "s.n % 10 = 0"}}) {
      in(tag[0], s -> "insert into gallery_tag (item_id, tag, tenant_id, trashed, is_public, model_id, created_at)"
          + " select i.id, " + tag[0] + ", i.tenant_id, i.trashed, i.is_public, i.model_id, i.created_at from " + s
          + " join gallery_item i on i.id = " + id("gallery_item_") + " where " + tag[1]);
    }
  }

  private void likes() throws SQLException {
    run("likes", "insert into gallery_like (item_id, user_id, created_at) select i.id, i.user_id, i.created_at"
        + " from gallery_item i where i.likes = 7");
  }

  /** Of a hundred prompts, each a little different every time. */
  private void meanings() throws SQLException {
    long began = System.nanoTime();
    TextEmbedder texts = new NetworkPorts(VisionSettings.standalone(Path.of("models"))).texts();
    List<byte[]> known = new ArrayList<>();
    for (String subject : SUBJECTS) {
      for (String manner : MANNERS) {
        known.add(texts.of("a " + subject + " " + manner).bytes());
      }
    }
    Random random = new Random(7);
    String tenant = first("select min(tenant_id) from gallery_item");
    try (PreparedStatement insert = connection.prepareStatement(
        "insert into gallery_meaning (item_id, tenant_id, vector) values (?, ?, ?)")) {
      for (int n = 1; n <= count; n++) {
        insert.setString(1, "gallery_item_%024d_0".formatted(n));
        insert.setString(2, tenant);
        insert.setBytes(3, near(known.get(n % known.size()), random));
        insert.addBatch();
        if (n % 2000 == 0 || n == count) {
          insert.executeBatch();
          connection.commit();
        }
      }
    }
    told("meanings", began);
  }

  private static byte[] near(byte[] meaning, Random random) {
    float[] moved = new float[Meaning.LENGTH];
    for (int i = 0; i < moved.length; i++) {
      moved[i] = meaning[i] + 60 * (random.nextFloat() - .5f);
    }
    return Meaning.of(moved).bytes();
  }

  private String first(String sql) throws SQLException {
    try (ResultSet rows = connection.createStatement().executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private void done() throws SQLException {
    connection.setAutoCommit(true);
    if (h2) {
      run("cache", "set cache_size 65536"); // what it is for each gigabyte of memory
    }
    run("statistics", h2 ? "analyze sample_size 10000" : "vacuum analyze");
  }

  /** In pieces: a transaction of a million rows is kept in memory. */
  private void in(String what, UnaryOperator<String> sql) throws SQLException {
    long began = System.nanoTime();
    for (int from = 1; from <= count; from += AT_ONCE) {
      connection.createStatement().executeUpdate(sql.apply(series(from)));
      connection.commit();
    }
    told(what, began);
  }

  private void run(String what, String sql) throws SQLException {
    long began = System.nanoTime();
    connection.createStatement().executeUpdate(sql);
    if (!connection.getAutoCommit()) {
      connection.commit();
    }
    told(what, began);
  }

  private static void told(String what, long began) {
    System.err.printf(Locale.ROOT, "filled %s in %.1f s%n", what, (System.nanoTime() - began) / 1e9);
  }
}
