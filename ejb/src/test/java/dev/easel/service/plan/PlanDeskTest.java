package dev.easel.service.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryPlans;
import dev.easel.fake.InMemoryTenants;
import dev.easel.service.audit.RecordingTrail;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlanDeskTest {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);

  private static final OptionalInt NO_LIMIT = OptionalInt.empty();
  private static final PlanTerms TEAM =
      new PlanTerms(
          "Team",
          OptionalInt.of(60),
          NO_LIMIT,
          OptionalInt.of(9),
          OptionalInt.of(3),
          5,
          64,
          true,
          1);

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final RecordingTrail trail = new RecordingTrail();
  private final PlanDesk desk = new PlanDesk();

  @BeforeEach
  void open() {
    desk.identities = new InMemoryIdentities(database);
    desk.audit = trail;
    desk.tenants = new InMemoryTenants(database);
    desk.plans = new InMemoryPlans(database);
  }

  @Test
  void aPlanOffersWhatItWasMadeToOffer() {
    Plan made = database.inTransaction(() -> desk.create(CALLER, "team", TEAM));

    assertThat(made.terms()).isEqualTo(TEAM);
    assertThat(desk.list()).extracting(Plan::id).containsExactly("free", "pro", "team");
    assertThat(desk.identities.findPlan("team").orElseThrow().terms()).isEqualTo(TEAM);
  }

  @Test
  void anIdIsGivenOnce() {
    FailureException refusal =
        catchThrowableOfType(FailureException.class, () -> desk.create(CALLER, "free", TEAM));

    assertThat(refusal.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(desk.identities.findPlan("free").orElseThrow().displayName()).isEqualTo("Free");
  }

  @Test
  void aChangeSeesWhatIsOfferedNow() {
    database.inTransaction(() -> desk.create(CALLER, "team", TEAM));

    database.inTransaction(() -> desk.change(CALLER, "team", PlanDeskTest::withoutConcurrency));

    PlanTerms now = desk.identities.findPlan("team").orElseThrow().terms();
    assertThat(now).isEqualTo(withoutConcurrency(TEAM));
    assertThat(now.concurrency()).isEmpty();
    assertThat(trail.notes()).containsExactly("plan.created team", "plan.revised team");
  }

  @Test
  void whatIsNoPlanCannotBeChanged() {
    FailureException refusal =
        catchThrowableOfType(
            FailureException.class, () -> desk.change(CALLER, "none", terms -> terms));

    assertThat(refusal.code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  private static PlanTerms withoutConcurrency(PlanTerms terms) {
    return new PlanTerms(
        terms.displayName(),
        terms.perMinute(),
        terms.perHour(),
        terms.perDay(),
        NO_LIMIT,
        terms.monthlyCredits(),
        terms.storageMb(),
        terms.vip(),
        1);
  }
}
