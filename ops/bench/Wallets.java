import dev.easel.domain.identity.KeySecret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Locale;

/**
 * Adds organisations to the database of a server that is stopped, each with a key and a wallet full
 * of credits, and prints the keys: a thousand by the API would take as many slow password hashes.
 *
 * <pre>java -cp 'web/target/easel/WEB-INF/lib/*:h2.jar' ops/bench/Wallets.java URL USER PASSWORD COUNT</pre>
 */
public class Wallets {

  private static final String TENANT =
      "insert into tenant (id, name, plan_id, vip_granted, created_at)"
          + " select ?, ?, 'enterprise', vip_granted, created_at from tenant where id = ?";
  private static final String SUBSCRIPTION =
      "insert into subscription (tenant_id, status, anchor_day, period_start, period_end, granted)"
          + " select ?, 'CANCELLED', anchor_day, period_start, date '2999-01-01', 0"
          + " from subscription where tenant_id = ?";
  private static final String USER =
      "insert into app_user (id, tenant_id, email, username, password_hash, member_role,"
          + " administrator, default_size, nsfw_filter, auto_save_gallery, created_at)"
          + " select ?, ?, ?, ?, password_hash, member_role, administrator, default_size,"
          + " nsfw_filter, auto_save_gallery, created_at from app_user where tenant_id = ?";
  private static final String KEY =
      "insert into api_key (id, tenant_id, user_id, name, secret_hash, last_four, created_at)"
          + " select ?, ?, ?, 'bench', ?, '0000', created_at from tenant where id = ?";
  private static final String WALLET =
      "insert into ledger_account (id, owner_id, kind, posted, held)"
          + " values (?, ?, 'WALLET', 1000000000000000, 0)";

  public static void main(String[] args) throws Exception {
    try (Connection connection = DriverManager.getConnection(args[0], args[1], args[2])) {
      connection.setAutoCommit(false);
      String first = first(connection);
      set(connection, "update ledger_account set posted = 1000000000000000 where id = ?", "acc_" + first);
      set(connection, "update tenant set plan_id = 'enterprise' where id = ?", first);
      for (int i = 1; i <= Integer.parseInt(args[3]); i++) {
        System.out.println(add(connection, first, i));
      }
      connection.commit();
    }
  }

  private static String first(Connection connection) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("select id from tenant order by created_at")) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String add(Connection connection, String first, int number) throws SQLException {
    String name = String.format(Locale.ROOT, "bench%04d", number);
    String tenant = "ten_" + name;
    KeySecret key = KeySecret.random();
    set(connection, TENANT, tenant, name, first);
    set(connection, SUBSCRIPTION, tenant, first);
    set(connection, USER, "usr_" + name, tenant, name + "@example.org", name, first);
    set(connection, KEY, key.id(), tenant, "usr_" + name, key.hash(), tenant);
    set(connection, WALLET, "acc_" + tenant, tenant);
    return key.text();
  }

  private static void set(Connection connection, String sql, String... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }
}
