import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.jdbc.DefaultJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.easel.adapter.queue.ClaimOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Claims per second of the dispatch engine on an H2 file with a backlog, with our claim order and
 * with db-scheduler's own. The work itself is nothing.
 *
 * <pre>java -cp ... ops/bench/Claims.java DIRECTORY BACKLOG SECONDS</pre>
 */
public class Claims {

  public static void main(String[] args) throws Exception {
    int backlog = Integer.parseInt(args[1]);
    Duration time = Duration.ofSeconds(Long.parseLong(args[2]));
    measure("own claim order", args[0] + "/own", backlog, time, new ClaimOrder());
    measure("as shipped", args[0] + "/shipped", backlog, time, new DefaultJdbcCustomization(false));
  }

  private static void measure(
      String name, String file, int backlog, Duration time, DefaultJdbcCustomization customization)
      throws Exception {
    Files.createDirectories(Path.of(file).getParent());
    JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:file:" + file + ";WRITE_DELAY=0", "sa", "");
    Flyway.configure().dataSource(pool).load().migrate();
    fill(pool, backlog);
    AtomicInteger done = new AtomicInteger();
    long[] first = new long[1];
    var task =
        Tasks.oneTime("render")
            .execute(
                (instance, context) -> {
                  if (done.getAndIncrement() == 0) {
                    first[0] = System.nanoTime();
                  }
                });
    Scheduler scheduler =
        Scheduler.create(pool, task)
            .threads(4)
            .jdbcCustomization(customization)
            .pollingInterval(Duration.ofMillis(200))
            .pollUsingFetch(0.5, 1.0)
            .enablePriority()
            .build();
    long start = System.nanoTime();
    scheduler.start();
    long until = start + time.toNanos();
    while (System.nanoTime() < until && done.get() < backlog) {
      Thread.sleep(2);
    }
    int ran = done.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    scheduler.stop();
    pool.dispose();
    System.out.printf(
        Locale.ROOT,
        "%-16s backlog %d: %.0f claimed and run per second, first after %d ms%n",
        name, backlog, ran / seconds, first[0] == 0 ? -1 : (first[0] - start) / 1_000_000);
  }

  private static void fill(JdbcConnectionPool pool, int backlog) throws Exception {
    try (Connection connection = pool.getConnection();
        Statement insert = connection.createStatement()) {
      insert.execute(
          "insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)"
              + " select 'render', 'gen_' || x, current_timestamp, false, 1, 0 from system_range(1, "
              + backlog + ")");
    }
  }
}
