package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.budget.BudgetMonth;
import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.budget.BudgetStanding;
import dev.easel.service.budget.Budgets;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.service.identity.KeyService;
import dev.easel.service.identity.KeyWish;
import dev.easel.service.ledger.CreditDesk;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Budgets under contention, on the real database; names after what happened to peers. */
@ArquillianTest
class BudgetIT {

  @Inject GenerationService generations;
  @Inject CatalogService catalog;
  @Inject BudgetService budgets;
  @Inject Budgets spending;
  @Inject KeyService keys;
  @Inject CreditDesk desk;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  /** LiteLLM 34732. */
  @Test
  void concurrentRequestsOverspendASessionBudget() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1_000));
    String id = cap(caller, Optional.empty(), each().times(50));

    List<Object> ends = crowd.all(200, n -> submit(caller));

    assertAccepted(ends, 50);
    assertThat(total(caller, id)).isEqualTo(each().times(50));
    awaitAll(caller, ends);
    assertThat(month(caller, id)).isEqualTo(new BudgetMonth(each().times(50), Credits.ZERO));
    assertThat(budgets.get(caller, id).alerts())
        .extracting("threshold")
        .containsExactly(50, 80, 100);
  }

  /** LiteLLM 26672: a key's budget holds within the tenant's, also after the key was replaced. */
  @Test
  void keyBudgetBypassed() throws Exception {
    Caller owner = backstage.tenantWith(Credits.of(1_000));
    ApiKey key =
        keys.create(owner, wish -> new KeyWish("k", KeyRights.all(), wish.expiresAt())).key();
    ApiKey successor = keys.rotate(owner, key.id(), Duration.ofHours(1)).key();
    String ofTenant = cap(owner, Optional.empty(), each().times(30));
    String ofKey = cap(owner, Optional.of(successor.id()), each().times(10));
    Caller first = caller(key);
    Caller second = caller(successor);

    List<Object> ends = crowd.all(60, n -> submit(n % 2 == 0 ? first : second));

    assertAccepted(ends, 10);
    assertAccepted(crowd.all(60, n -> submit(owner)), 20);
    assertThat(total(owner, ofKey)).isEqualTo(each().times(10));
    assertThat(total(owner, ofTenant)).isEqualTo(each().times(30));
  }

  /** LiteLLM 40095: the month's row is made by the requests that race for it. */
  @Test
  void firstConcurrentRequestsBypassTheDefaultBudget() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1_000));
    String id = cap(caller, Optional.empty(), each().times(3));
    backstage.change("delete from budget_period where budget_id = ?", id);

    List<Object> ends = crowd.all(40, n -> submit(caller));

    assertAccepted(ends, 3);
    assertThat(total(caller, id)).isEqualTo(each().times(3));
  }

  @Test
  void refundsAndRequestsAtOnceNeitherBlockEachOtherNorMiscount() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1_000));
    String id = cap(caller, Optional.empty(), each().times(20));
    List<Object> paid = crowd.all(10, n -> submit(caller));
    awaitAll(caller, paid);

    List<Object> ends =
        crowd.all(20, n -> n < 10 ? refund(caller, paid.get(n), n) : submit(caller));
    awaitAll(caller, ends);

    assertThat(ends).noneMatch(Throwable.class::isInstance);
    assertThat(month(caller, id)).isEqualTo(new BudgetMonth(each().times(10), Credits.ZERO));
  }

  private Object refund(Caller caller, Object submission, int number) {
    String generation = ((Submission) submission).generation().id();
    Voucher voucher = new Voucher(Ids.random("slice") + number, "test", "root");
    return desk.refund(caller, generation, Optional.empty(), voucher);
  }

  private Credits each() {
    return catalog.current().get(Backstage.MODEL).listPrice().get();
  }

  private Object submit(Caller caller) {
    return generations.submit(caller, small(), origin(), Idempotency.none());
  }

  private String cap(Caller caller, Optional<String> key, Credits cap) {
    BudgetStanding made = budgets.create(caller, key, cap);
    spending.forget(caller.tenantId());
    return made.budget().id();
  }

  private BudgetMonth month(Caller caller, String id) {
    return budgets.get(caller, id).used();
  }

  /** Read once: what is held now may be spent at the next look. */
  private Credits total(Caller caller, String id) {
    BudgetMonth month = month(caller, id);
    return month.spent().plus(month.held());
  }

  private static void assertAccepted(List<Object> ends, int wanted) {
    assertThat(ends.stream().filter(Submission.class::isInstance)).hasSize(wanted);
    assertThat(ends.stream().filter(end -> !(end instanceof Submission)))
        .hasSize(ends.size() - wanted)
        .allSatisfy(
            end ->
                assertThat(end)
                    .isInstanceOfSatisfying(
                        FailureException.class,
                        e -> assertThat(e.details()).containsEntry("reason", "budget_exceeded")));
  }

  private void awaitAll(Caller caller, List<Object> ends) throws InterruptedException {
    for (Object end : ends) {
      if (end instanceof Submission submission) {
        backstage.awaitEnd(caller, submission.generation().id());
      }
    }
  }

  private static Caller caller(ApiKey key) {
    return new Caller(
        key.tenantId(), key.userId(), key.id(), "pro", true, false, key.rights(), key.family());
  }
}
