package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.batch.BatchRuns;
import dev.easel.service.budget.BudgetService;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.identity.KeyService;
import dev.easel.service.identity.KeyWish;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.ledger.LedgerReader;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cursor is an id that a client sends: it may be anybody's, or nobody's. */
@ArquillianTest
class CursorIT {

  @Inject GenerationService generations;
  @Inject KeyService keys;
  @Inject BudgetService budgets;
  @Inject Ledger ledger;
  @Inject LedgerReader entries;
  @Inject BatchRuns runs;
  @Inject Backstage backstage;

  private Caller ann;
  private Caller bob;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @BeforeEach
  void openTenants() throws Exception {
    ann = backstage.tenantWith(Credits.of(10));
    bob = backstage.tenantWith(Credits.of(10));
  }

  @Test
  void generationsGoOnAfterOnesOwnOnly() {
    List.of(1, 2).forEach(n -> generate());

    Page<String> first = generations(ann, Optional.empty());

    assertThat(generations(ann, first.next()).items()).hasSize(1).isNotEqualTo(first.items());
    assertRefused(after -> generations(bob, after), first.next().orElseThrow(), "gen_0");
  }

  @Test
  void keysGoOnAfterOnesOwnOnly() {
    List.of(1, 2).forEach(n -> makeKey());

    Page<?> first = keys.list(ann, Optional.empty(), 1);

    assertThat(keys.list(ann, first.next(), 1).items()).hasSize(1).isNotEqualTo(first.items());
    assertRefused(after -> keys.list(bob, after, 1), first.next().orElseThrow(), "000000000000");
  }

  @Test
  void budgetsGoOnAfterOnesOwnOnly() {
    String newest = List.of(makeBudget(makeKey()), makeBudget(makeKey())).get(1);

    assertThat(budgets.list(ann, Optional.of(newest), 1).items()).hasSize(1);
    assertRefused(after -> budgets.list(bob, after, 1), newest, "bud_000000000000000000000000");
  }

  /** Whoever reads the list while somebody edits it does not start anew. */
  @Test
  void budgetsGoOnAfterOneThatIsGone() {
    List<String> made = List.of(makeBudget(makeKey()), makeBudget(makeKey()));
    budgets.remove(ann, made.get(1));

    Page<?> rest = budgets.list(ann, Optional.of(made.get(1)), 5);

    assertThat(rest.items()).hasSize(1);
  }

  @Test
  void entriesGoOnAfterOnesOwnOnly() throws Exception {
    backstage.inTransaction(this::grantMore);

    Page<?> first = entries.list(ann, entries(Optional.empty()));

    assertThat(entries.list(ann, entries(first.next())).items())
        .hasSize(1)
        .isNotEqualTo(first.items());
    assertRefused(
        after -> entries.list(bob, entries(after)),
        first.next().orElseThrow(),
        "trf_000000000000000000000000");
  }

  @Test
  void runsGoOnAfterOneThatIsThere() {
    assertThatThrownBy(
            () -> runs.list(Optional.empty(), Optional.of("run_000000000000000000000000"), 1))
        .hasMessage("cursor is not a cursor of this list");
  }

  private void assertRefused(Function<Optional<String>, ?> list, String foreign, String unknown) {
    List.of(foreign, unknown)
        .forEach(
            cursor ->
                assertThatThrownBy(() -> list.apply(Optional.of(cursor)))
                    .isInstanceOf(FailureException.class)
                    .hasMessage("cursor is not a cursor of this list"));
  }

  private Page<String> generations(Caller caller, Optional<String> after) {
    return generations
        .list(caller, GenerationQuery.newest(1).after(after))
        .map(details -> details.generation().id());
  }

  private String grantMore() {
    String key = "slice:more:" + ann.tenantId();
    ledger.grant(ann.tenantId(), Credits.of(1), key, "test");
    return key;
  }

  private void generate() {
    generations.submit(ann, small(), origin(), Idempotency.none());
  }

  private String makeKey() {
    return keys.create(ann, wish -> new KeyWish("k", KeyRights.all(), wish.expiresAt())).key().id();
  }

  private String makeBudget(String key) {
    return budgets.create(ann, Optional.of(key), Credits.of(1)).budget().id();
  }

  private static LedgerQuery entries(Optional<String> after) {
    return new LedgerQuery(
        Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), after, 1);
  }
}
