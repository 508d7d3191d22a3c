package dev.easel.crash;

import dev.easel.crash.Database.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What must be true of the rows after any number of crashes, once everything has come to rest. */
final class Oracle {

  private static final Set<String> FINAL = Set.of("COMPLETED", "FAILED", "CANCELLED");

  private final Findings findings;
  private final List<Row> generations;
  private final Map<String, Row> holds = new HashMap<>();
  private final Map<String, List<Row>> resolutions = new HashMap<>();
  private final Map<String, List<Row>> images = new HashMap<>();
  private final List<Row> transfers;

  Oracle(Database database, Findings findings) throws SQLException {
    this.findings = findings;
    generations = database.rows("select * from generation");
    transfers = database.rows("select * from ledger_transfer");
    for (Row transfer : transfers) {
      if (transfer.text("phase").equals("PENDING")) {
        holds.put(transfer.text("id"), transfer);
      } else if (transfer.text("pending_id") != null) {
        resolutions
            .computeIfAbsent(transfer.text("pending_id"), p -> new ArrayList<>())
            .add(transfer);
      }
    }
    for (Row image : database.rows("select * from image")) {
      images.computeIfAbsent(image.text("generation_id"), g -> new ArrayList<>()).add(image);
    }
  }

  /** Rows by status, for the summary. */
  Map<String, Integer> counts() {
    Map<String, Integer> counts = new TreeMap<>();
    generations.forEach(g -> counts.merge(g.text("status"), 1, Integer::sum));
    return counts;
  }

  /** Attempts that were lost with a server: all but the last of each generation. */
  long lostAttempts() {
    return generations.stream().mapToLong(g -> Math.max(0, g.number("attempt") - 1)).sum();
  }

  boolean atRest() {
    return generations.stream().allMatch(g -> FINAL.contains(g.text("status")));
  }

  void judge(Load load, Database database) throws SQLException {
    Set<String> known = new HashSet<>();
    generations.forEach(g -> known.add(g.text("id")));
    String kept = "every acknowledged job exists";
    findings.check(kept);
    load.acknowledged.stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> findings.wrong(kept, id + " was acknowledged and is gone"));
    generations.forEach(this::judge);
    holdsBelong(known);
    wallets(database);
    keys(load, database);
    for (String table : List.of("scheduled_tasks", "waiting", "running_slot")) {
      String which = table.equals("scheduled_tasks") ? " where task_name = 'render'" : "";
      long left = database.rows("select count(*) as n from " + table + which).get(0).number("n");
      findings.expect("the queue is empty: " + table, left == 0, left + " rows are left");
    }
  }

  private void judge(Row generation) {
    String id = generation.text("id");
    String status = generation.text("status");
    findings.expect("every job reached a final state", FINAL.contains(status), id + " " + status);
    long price = generation.number("unit_price") * generation.number("image_count");
    Row hold = holds.get(generation.text("hold_id"));
    findings.expect(
        "every paid job has one hold of the full price, no free job has one",
        price == 0
            ? generation.text("hold_id") == null
            : hold != null
                && hold.number("amount") == price
                && hold.text("idempotency_key").equals("hold:" + id),
        id + " costs " + price + ", hold " + hold);
    if (hold != null) {
      settled(generation, hold);
    }
    delivered(generation);
  }

  private void settled(Row generation, Row hold) {
    List<Row> all = resolutions.getOrDefault(hold.text("id"), List.of());
    long due = generation.number("unit_price") * generation.number("delivered");
    boolean paid = generation.text("status").equals("COMPLETED");
    String seen = generation.text("id") + " " + generation.text("status") + " settled by " + all;
    findings.expect("every hold is resolved exactly once", all.size() == 1, seen);
    if (all.size() != 1) {
      return;
    }
    Row one = all.get(0);
    findings.expect(
        "completed is charged once for what was delivered, failed and cancelled are not",
        paid
            ? one.text("phase").equals("POST")
                && one.number("amount") == due
                && generation.number("captured") == due
            : one.text("phase").equals("VOID") && generation.number("captured") == 0,
        seen);
  }

  private void delivered(Row generation) {
    int rows = images.getOrDefault(generation.text("id"), List.of()).size();
    long delivered = generation.number("delivered");
    boolean completed = generation.text("status").equals("COMPLETED");
    findings.expect(
        "a completed job has the images it says it delivered, no other job has any",
        rows == delivered
            && (completed
                ? delivered >= 1 && delivered <= generation.number("image_count")
                : delivered == 0),
        generation.text("id") + " delivered " + delivered + ", rows " + rows);
  }

  private void holdsBelong(Set<String> known) {
    for (Row hold : holds.values()) {
      String job = hold.text("idempotency_key").replaceFirst("^hold:", "");
      findings.expect("every hold belongs to a job", known.contains(job), "hold of " + job);
    }
  }

  /** Wallets keep a balance; it must be what the transfers add up to, and all must cancel out. */
  private void wallets(Database database) throws SQLException {
    long balances = 0;
    for (Row account : database.rows("select * from ledger_account where kind = 'WALLET'")) {
      String id = account.text("id");
      long expected = sum("SINGLE", "credit_account", id) - sum("POST", "debit_account", id);
      balances += account.number("posted");
      findings.expect(
          "the wallet's balance is the sum of its transfers",
          account.number("posted") == expected,
          id + " has " + account.number("posted") + ", transfers say " + expected);
      findings.expect(
          "the wallet holds nothing back",
          account.number("held") == 0,
          id + " still holds " + account.number("held"));
    }
    long revenue = sum("POST", "credit_account", "acc_revenue");
    long grants = sum("SINGLE", "debit_account", "acc_grants");
    findings.expect(
        "the ledger sums to zero",
        balances + revenue - grants == 0,
        "wallets " + balances + " + revenue " + revenue + " - grants " + grants);
  }

  private long sum(String phase, String column, String account) {
    return transfers.stream()
        .filter(t -> t.text("phase").equals(phase) && account.equals(t.text(column)))
        .mapToLong(t -> t.number("amount"))
        .sum();
  }

  private void keys(Load load, Database database) throws SQLException {
    Map<String, String> stored = new HashMap<>();
    for (Row row : database.rows("select * from idempotency_record")) {
      stored.put(row.text("id").replaceFirst("^[^:]*:", ""), row.text("generation_id"));
    }
    String name = "an idempotency key names the job its client was told";
    findings.check(name);
    load.byKey.forEach(
        (wish, id) -> {
          if (!id.equals(stored.get(wish.key()))) {
            findings.wrong(name, wish.key() + ": told " + id + ", kept " + stored.get(wish.key()));
          }
        });
  }
}
