package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.batch.BatchState;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.LedgerAccount;
import dev.easel.domain.ledger.audit.LedgerAuditRepository;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.batch.BatchRuns;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.ledger.audit.LedgerAudit;
import dev.easel.service.ledger.audit.LedgerRebuild;
import dev.easel.service.ledger.audit.LedgerWatch;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** The audit of the ledger on the real database: it finds what is wrong, and nothing else. */
@ArquillianTest
class LedgerAuditIT {

  private static final int CUSTOMERS = 6;
  private static final int ORDERS_EACH = 8;

  @Inject GenerationService generations;
  @Inject LedgerAudit audit;
  @Inject LedgerAuditRepository books;
  @Inject LedgerWatch watch;
  @Inject BatchRuns runs;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void aBalanceThatWasTamperedWithIsFoundAndRebuilt() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    delivered(caller);
    String wallet = LedgerAccount.walletId(caller.tenantId());
    long right = balance(wallet);
    backstage.change("update ledger_account set posted = posted + 5 where id = ?", wallet);

    String audited = ended(LedgerAudit.NAME);

    assertThat(checksOf(audited, wallet)).containsExactly("wallet_posted");
    assertThat(watch.verdict().status()).isEqualTo("failing");

    String rebuilt = ended(LedgerRebuild.NAME);

    assertThat(balance(wallet)).isEqualTo(right);
    assertThat(checksOf(rebuilt, wallet)).containsExactly("wallet_posted");
    assertThat(checksOf(ended(LedgerAudit.NAME), wallet)).isEmpty();
  }

  @Test
  void aChargeThatIsNotWhatItsGenerationSaysIsFound() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(10));
    String id = delivered(caller);
    backstage.change("update generation set captured = captured + 1 where id = ?", id);

    assertThat(checksOf(ended(LedgerAudit.NAME), id)).containsExactly("charged_once");

    backstage.change("update generation set captured = captured - 1 where id = ?", id);
  }

  @Test
  void whileMoneyMovesNothingFalseIsFound() throws Exception {
    List<Caller> customers = new ArrayList<>();
    for (int i = 0; i < CUSTOMERS; i++) {
      customers.add(backstage.tenantWith(Credits.of(1000)));
    }
    String run = Ids.random("run");
    AtomicInteger ordering = new AtomicInteger(CUSTOMERS);
    AtomicInteger audits = new AtomicInteger();

    List<Object> ends =
        crowd.all(
            CUSTOMERS + 1,
            n ->
                n == CUSTOMERS ? auditWhile(ordering, audits, run) : order(customers, n, ordering));

    assertThat(ends).noneMatch(Throwable.class::isInstance);
    assertThat(audits.get()).isGreaterThan(1);
    for (Caller customer : customers) {
      assertThat(findingsAbout(run, customer)).isZero();
    }
  }

  private Object order(List<Caller> customers, int number, AtomicInteger ordering) {
    Caller caller = customers.get(number);
    try {
      for (int i = 0; i < ORDERS_EACH; i++) {
        String id =
            generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
        if (i % 3 == 2) {
          cancel(caller, id);
        }
        backstage.awaitEnd(caller, id);
      }
      return "ordered";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      ordering.decrementAndGet();
    }
  }

  private void cancel(Caller caller, String id) {
    try {
      generations.cancel(caller, id);
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.CONFLICT); // it was faster
    }
  }

  private Object auditWhile(AtomicInteger ordering, AtomicInteger audits, String run) {
    try {
      while (ordering.get() > 0) {
        for (String item : audit.plan(Map.of())) {
          String each = run.substring(0, 20) + "_" + audits.get();
          backstage.inTransaction(
              () -> {
                audit.work(each, item);
                return null;
              });
        }
        audits.incrementAndGet();
      }
      return "audited";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private long findingsAbout(String run, Caller customer) throws Exception {
    return backstage.count(
        "select count(*) from ledger_finding where run_id like ? and (subject = ?"
            + " or subject in (select id from generation where tenant_id = ?)"
            + " or subject in (select id from ledger_transfer where wallet_id = ?))",
        run.substring(0, 20) + "%",
        LedgerAccount.walletId(customer.tenantId()),
        customer.tenantId(),
        LedgerAccount.walletId(customer.tenantId()));
  }

  private String delivered(Caller caller) throws Exception {
    String id = generations.submit(caller, small(), origin(), Idempotency.none()).generation().id();
    return backstage.awaitEnd(caller, id).generation().id();
  }

  private long balance(String wallet) throws Exception {
    return backstage.count("select posted from ledger_account where id = ?", wallet);
  }

  private List<String> checksOf(String run, String subject) {
    return books.findings(run, 1000).stream()
        .map(finding -> finding.discrepancy())
        .filter(discrepancy -> discrepancy.subject().equals(subject))
        .map(discrepancy -> discrepancy.check())
        .toList();
  }

  private String ended(String job) throws Exception {
    // One that is under way may be past what this test is about.
    backstage.becomesTrue(() -> runs.latest(job).map(run -> !run.state().isOpen()).orElse(true));
    BatchRun run = runs.request(job);
    backstage.becomesTrue(() -> !runs.get(run.id()).state().isOpen());
    assertThat(runs.get(run.id()).state()).isEqualTo(BatchState.COMPLETED);
    return run.id();
  }
}
