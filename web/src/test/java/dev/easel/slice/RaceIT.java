package dev.easel.slice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanTerms;
import dev.easel.domain.moderation.ModerationRule;
import dev.easel.domain.moderation.ModerationRule.Terms;
import dev.easel.domain.moderation.RuleKind;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.identity.IssuedKey;
import dev.easel.service.identity.KeyService;
import dev.easel.service.identity.KeyWish;
import dev.easel.service.moderation.RuleDesk;
import dev.easel.service.plan.MadeTenant;
import dev.easel.service.plan.NewTenant;
import dev.easel.service.plan.PlanDesk;
import dev.easel.service.plan.TenantChange;
import dev.easel.service.plan.TenantDesk;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Administrators at one moment at one thing: whoever comes second is told so. */
@ArquillianTest
class RaceIT {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);

  @Inject PlanDesk plans;
  @Inject TenantDesk tenants;
  @Inject RuleDesk rules;
  @Inject KeyService keys;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void aPlanIsMadeOnce() throws Exception {
    String id = Ids.random("slice");

    assertOneWon(crowd.all(8, n -> plans.create(CALLER, id, terms(n))), Plan.class);
  }

  @Test
  void anAddressBelongsToOneTenant() throws Exception {
    String address = Ids.random("slice") + "@example.org";
    NewTenant wish = new NewTenant("Slice", "pro", address, Optional.empty());

    List<Object> ends = crowd.all(2, n -> tenants.create(CALLER, wish));

    assertOneWon(ends, MadeTenant.class);
    assertThat(ends)
        .filteredOn(FailureException.class::isInstance)
        .allSatisfy(
            e -> assertThat(((FailureException) e).details()).containsEntry("field", "email"));
    assertThat(backstage.count("select count(*) from app_user where email = ?", address)).isOne();
  }

  @Test
  void changesOfAPlanFollowEachOther() throws Exception {
    String id = plans.create(CALLER, Ids.random("slice"), terms(0)).id();

    List<Object> ends =
        crowd.all(8, n -> plans.change(CALLER, id, now -> terms(now.monthlyCredits() + 1)));

    assertThat(ends).hasOnlyElementsOfType(Plan.class);
    assertThat(backstage.count("select monthly_credits from plan where id = ?", id)).isEqualTo(8);
  }

  /** The first change of a tenant from before there were subscriptions makes its subscription. */
  @Test
  void changesOfATenantFollowEachOtherOrAreRefused() throws Exception {
    String id = backstage.tenantWith(Credits.of(1)).tenantId();

    List<Object> ends =
        crowd.all(
            8,
            n -> {
              tenants.change(CALLER, id, renamed("Slice " + n));
              return "changed";
            });

    assertThat(ends).contains("changed");
    assertThat(ends).filteredOn(end -> !end.equals("changed")).allSatisfy(RaceIT::isConflict);
  }

  @Test
  void ofTwoEditorsOfARuleTheSecondIsTold() throws Exception {
    ModerationRule rule = rules.create(CALLER, rule("slicefirst"));
    CyclicBarrier bothHaveRead = new CyclicBarrier(2);

    List<Object> ends =
        crowd.all(
            2,
            n ->
                rules.change(
                    CALLER,
                    rule.id(),
                    Optional.of(rule.version()),
                    now -> {
                      await(bothHaveRead);
                      return rule("sliceword" + n);
                    }));

    assertOneWon(ends, ModerationRule.class);
    assertThat(ends)
        .filteredOn(FailureException.class::isInstance)
        .allSatisfy(
            e ->
                assertThat(((FailureException) e).details())
                    .containsEntry("reason", "stale_version"));
    rules.remove(CALLER, rule.id());
  }

  @Test
  void ofTwoWhoRemoveARuleTheSecondIsTold() throws Exception {
    ModerationRule rule = rules.create(CALLER, rule("slicegone"));

    List<Object> ends =
        crowd.all(
            8,
            n -> {
              rules.remove(CALLER, rule.id());
              return "removed";
            });

    assertThat(ends).containsOnlyOnce("removed");
    assertThat(ends)
        .filteredOn(end -> !end.equals("removed"))
        .allSatisfy(
            end ->
                assertThat(end)
                    .isInstanceOfSatisfying(
                        FailureException.class,
                        e ->
                            assertThat(e.code())
                                .isIn(FailureCode.NOT_FOUND, FailureCode.CONFLICT)));
  }

  @Test
  void ofEightKeysAtOnceWithRoomForTwoTwoAreMade() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1));
    IntStream.range(0, KeyService.MOST_USABLE - 2).forEach(n -> makeKey(caller));

    List<Object> ends = crowd.all(8, n -> makeKey(caller));

    assertThat(ends).filteredOn(IssuedKey.class::isInstance).hasSize(2);
    assertThat(ends)
        .filteredOn(end -> !(end instanceof IssuedKey))
        .hasSize(6)
        .allSatisfy(RaceIT::isConflict);
    assertThat(
            backstage.count("select count(*) from api_key where tenant_id = ?", caller.tenantId()))
        .isEqualTo(KeyService.MOST_USABLE);
  }

  /** Servers write at their own pace: what comes late does not turn the clock back. */
  @Test
  void theLastUseOfAKeyIsTheLatestAnyServerSaw() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(1));
    String used = makeKey(caller).key().id();
    String unused = makeKey(caller).key().id();
    Instant noon = backstage.now().truncatedTo(ChronoUnit.MICROS);

    crowd.all(
        6,
        n -> {
          keys.noteUses(new TreeMap<>(Map.of(used, noon.minusSeconds(n))));
          return n;
        });

    assertThat(keys.get(caller, used).lastUsedAt()).contains(noon);
    assertThat(keys.get(caller, unused).lastUsedAt()).isEmpty();
  }

  private IssuedKey makeKey(Caller caller) {
    return keys.create(caller, wish -> new KeyWish("k", KeyRights.all(), wish.expiresAt()));
  }

  private static void assertOneWon(List<Object> ends, Class<?> made) {
    assertThat(ends).filteredOn(made::isInstance).hasSize(1);
    assertThat(ends).filteredOn(end -> !made.isInstance(end)).allSatisfy(RaceIT::isConflict);
  }

  private static void isConflict(Object end) {
    assertThat(end)
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.CONFLICT));
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PlanTerms terms(long credits) {
    OptionalInt none = OptionalInt.empty();
    return new PlanTerms("Slice", none, none, none, none, credits, 100, false, 1);
  }

  private static TenantChange renamed(String name) {
    return new TenantChange(
        Optional.of(name), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private static Terms rule(String word) {
    return new Terms(RuleKind.WORD, word, "slice", Strictness.ALWAYS, null, true);
  }
}
