package dev.easel.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kills a server under load again and again and then proves that nothing acknowledged was lost and
 * nothing was charged twice: {@code Crash EASEL RUNTIME DATA PORT}. Settings: {@code CRASH_KILLS},
 * {@code CRASH_SEED}, and {@code EASEL_DB_*} for a database that is not the server's own file.
 */
public final class Crash {

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int FILES_READ = 60;

  /** Fewer than the engine has threads, so that generations wait for slots when the server dies. */
  private static final int AT_ONCE = 3;

  private static final Pattern SWEPT = Pattern.compile("(\\d+) orphaned files removed");

  private final Instance server;
  private final BlobCheck blobs;
  private final Home home;
  private final Random random;
  private final Load load;
  private final Findings findings = new Findings();
  private final List<Long> starts = new ArrayList<>();
  private final Map<String, String> served = new HashMap<>();
  private int doubtful;
  private boolean up;

  private Crash(Instance server, Home home, long seed) {
    this.server = server;
    this.home = home;
    blobs = new BlobCheck(server.data());
    random = new Random(seed);
    load = new Load(new Random(random.nextLong()));
  }

  public static void main(String[] args) throws Exception {
    long seed = Long.parseLong(setting("CRASH_SEED", Long.toString(System.nanoTime() % 1_000_000)));
    int kills = Integer.parseInt(setting("CRASH_KILLS", "8"));
    System.out.println("# seed " + seed + ", " + kills + " kills");
    Path data = Path.of(args[2]);
    Home home = Home.of(Path.of(args[1]), data);
    Instance server =
        new Instance(Path.of(args[0]), data, Integer.parseInt(args[3]), home.settings());
    home.prepare();
    try {
      boolean fine = new Crash(server, home, seed).run(kills);
      System.exit(fine ? 0 : 1);
    } finally {
      server.down();
      home.remove();
    }
  }

  static String setting(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }

  private boolean run(int kills) throws IOException, InterruptedException, SQLException {
    for (int kill = 1; kill <= kills; kill++) {
      if (!up && kill % 4 == 0) {
        server.upAndKill(Duration.ofMillis(2000 + random.nextInt(9000)));
      } else {
        killUnderLoad();
      }
    }
    int temporary = blobs.ageTemporary();
    start(Map.of("EASEL_STORAGE_SWEEP_EVERY", "PT4S"));
    Duration rest = recover();
    audit();
    boolean fine = judge();
    System.out.printf(
        "# starts %s ms; at rest %d ms after the last; %d temporary and %d orphaned files left%n",
        starts, rest.toMillis(), temporary, swept());
    return fine;
  }

  private void killUnderLoad() throws IOException, InterruptedException {
    if (!up) {
      start(Map.of());
    }
    load.begin(new Api(server.url(), server.apiKey()));
    Thread.sleep(500 + random.nextInt(4500));
    server.kill();
    up = false;
    load.end();
  }

  private void start(Map<String, String> more) throws IOException, InterruptedException {
    starts.add(server.up(more).toMillis());
    up = true;
    if (starts.size() == 1) {
      Api.Answer capped = new Api(server.url(), server.apiKey()).cap(AT_ONCE);
      findings.expect("the plan has a cap", capped.isGood(), capped.body());
    }
  }

  /** Waits until everything has come to rest; keys are used again on the way. */
  private Duration recover() throws IOException, InterruptedException {
    long began = System.nanoTime();
    Api api = new Api(server.url(), server.apiKey());
    Set<String> first = new HashSet<>(load.acknowledged);
    for (Wish wish : new ArrayList<>(load.byKey.keySet())) {
      load.submit(api, wish);
    }
    doubtful = load.inDoubt.size();
    for (Wish wish : new ArrayList<>(load.inDoubt)) {
      load.submit(api, wish);
      load.submit(api, wish);
    }
    awaitEnd(api, first);
    Duration rest = Duration.ofNanos(System.nanoTime() - began);
    awaitEnd(api, load.acknowledged);
    Thread.sleep(9000); // two rounds of the storage sweep
    return rest;
  }

  /** The server's own audit of the books, beside the oracle that reads the rows. */
  private void audit() throws IOException, InterruptedException {
    Api api = new Api(server.url(), server.apiKey());
    String run = api.audit().id();
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!api.run(run).isFinal() && System.nanoTime() < deadline) {
      Thread.sleep(200);
    }
    String body = api.audited().body().replace(" ", "");
    boolean fine = body.contains("\"id\":\"" + run + "\"") && body.contains("\"count\":0");
    findings.expect("the server's own audit finds nothing", fine, body);
  }

  private void awaitEnd(Api api, Collection<String> ids) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    for (String id : ids) {
      Api.Answer answer = api.get(id);
      while (answer.isGood() && !answer.isFinal() && System.nanoTime() < deadline) {
        Thread.sleep(100);
        answer = api.get(id);
      }
      if (!answer.isGood()) {
        load.wrong.add("GET " + id + " -> " + answer.status() + " " + answer.body());
      }
      read(api, answer);
    }
  }

  private void read(Api api, Api.Answer answer) throws IOException, InterruptedException {
    for (String url : answer.imageUrls()) {
      if (served.size() < FILES_READ) {
        Matcher image = Pattern.compile("img_[0-9a-z_]+").matcher(url);
        if (image.find()) {
          served.put(image.group(), BlobCheck.sha256(api.file(url)));
        }
      }
    }
  }

  private boolean judge() throws IOException, InterruptedException, SQLException {
    server.down();
    for (int more = 0; more < 3 && !atRest(); more++) {
      server.up(Map.of("EASEL_STORAGE_SWEEP_EVERY", "PT4S"));
      Thread.sleep(9000);
      server.down();
    }
    try (Database database = home.open()) {
      Oracle oracle = new Oracle(database, findings);
      oracle.judge(load, database);
      blobs.judge(database, findings);
      whatIsServed(database);
      summary(oracle);
    }
    String answers = "no client got a server error, a wrong refusal or another id for its key";
    findings.check(answers);
    load.wrong.forEach(wrong -> findings.wrong(answers, wrong));
    return findings.print();
  }

  private boolean atRest() throws IOException, SQLException {
    try (Database database = home.open()) {
      return new Oracle(database, new Findings()).atRest();
    }
  }

  private void whatIsServed(Database database) throws SQLException {
    String name = "what is served has the digest of its row";
    findings.expect(name, !served.isEmpty(), "no image was read");
    for (Database.Row image : database.rows("select id, sha256 from image")) {
      String digest = served.get(image.text("id"));
      if (digest != null && !digest.equals(image.text("sha256"))) {
        findings.wrong(name, image.text("id"));
      }
    }
  }

  private void summary(Oracle oracle) {
    System.out.printf(
        "# %d acknowledged, %d rows %s, %d attempts lost; %d keys, %d in doubt resolved, %d cancels,"
            + " %d unanswered%n",
        load.acknowledged.size(),
        oracle.counts().values().stream().mapToInt(n -> n).sum(),
        oracle.counts(),
        oracle.lostAttempts(),
        load.byKey.size(),
        doubtful,
        load.cancelRequests.get(),
        load.unanswered.get());
  }

  private int swept() throws IOException {
    int swept = 0;
    Matcher lines = SWEPT.matcher(Files.readString(server.data().resolve("run/server.log")));
    while (lines.find()) {
      swept += Integer.parseInt(lines.group(1));
    }
    return swept;
  }
}
