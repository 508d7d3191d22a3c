package dev.easel.service.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.fake.ScriptedIdentityProvider;
import java.net.URI;
import org.junit.jupiter.api.Test;

class ExternalSignInsTest {

  private final SsoHouse house = new SsoHouse();

  @Test
  void aFirstVisitMakesAnAccountWithTheRoleOfTheGroup() {
    house.provider.says("s1", "Ann@Example.org", "members", "others");

    User ann = house.user(house.signIn()).orElseThrow();

    assertThat(ann.email()).isEqualTo("ann@example.org");
    assertThat(ann.hasPassword()).isFalse();
    assertThat(house.memberships(ann))
        .extracting(Membership::tenantId, Membership::role)
        .containsExactly(tuple(SsoHouse.HOUSE, Role.MEMBER));
  }

  @Test
  void theSameSubjectIsTheSameAccountWhateverItsAddress() {
    house.provider.says("s1", "ann@example.org", "members");
    User before = house.user(house.signIn()).orElseThrow();
    house.provider.says("s1", "ann@married.example", "members");

    User after = house.user(house.signIn()).orElseThrow();

    assertThat(after.id()).isEqualTo(before.id());
  }

  @Test
  void rolesAreWhatTheGroupsSayAtEachVisit() {
    house.provider.says("s1", "ann@example.org", "members");
    User ann = house.user(house.signIn()).orElseThrow();
    house.provider.says("s1", "ann@example.org", "members", "admins");
    house.signIn();
    assertThat(house.memberships(ann)).extracting(Membership::role).containsExactly(Role.ADMIN);

    house.provider.says("s1", "ann@example.org");
    assertThat(refusal(house::signIn)).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(house.memberships(ann)).isEmpty();
  }

  @Test
  void whatSomebodyHereGaveTheGroupsDoNotTouch() {
    house.provider.says("s1", "ann@example.org", "members");
    User ann = house.user(house.signIn()).orElseThrow();
    house.identities.add(new Tenant("ten_b", "B", "free", house.clock.instant()));
    house.identities.add(new Membership(ann.id(), "ten_b", Role.VIEWER, house.clock.instant()));
    house.provider.says("s1", "ann@example.org");

    house.signIn();

    assertThat(house.memberships(ann)).extracting(Membership::tenantId).containsExactly("ten_b");
  }

  @Test
  void aStrangerWhoseGroupsGiveNothingLeavesNoTrace() {
    house.provider.says("s1", "ann@example.org", "others");

    FailureException refused = catchThrowableOfType(FailureException.class, () -> house.signIn());

    assertThat(refused.details()).containsEntry("reason", "no_organisation");
    assertThat(house.identities.hasAnyUser()).isFalse();
  }

  @Test
  void anAddressTakesNoAccountOver() {
    house.identities.add(
        new User(
            "user_ann", SsoHouse.HOUSE, "ann@example.org", "hash", true, house.clock.instant()));
    house.provider.says("s1", "ann@example.org", "admins");

    assertThat(refusal(house::signIn)).isEqualTo(FailureCode.CONFLICT);
    assertThat(house.sso.linksOf("user_ann")).isEmpty();
  }

  @Test
  void withoutAVerifiedAddressNobodyIsAdmitted() {
    house.provider.says("s1", null, "admins");

    assertThat(refusal(house::signIn)).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void whoWasAskedToJoinComesThroughAProviderWithThatVeryAddress() {
    house.provider.says("s1", "Ann@Example.org", "others");
    BrowserToken link = house.invite("ann@example.org");

    User ann = house.user(house.signInTo("join/" + link.value())).orElseThrow();

    assertThat(house.memberships(ann)).extracting(Membership::role).containsExactly(Role.VIEWER);
    assertThat(house.members.findInvitation(link)).isEmpty();
    assertThat(house.sso.linksOf(ann.id())).hasSize(1);
  }

  @Test
  void anInvitationForAnotherAddressLetsNobodyIn() {
    house.provider.says("s1", "eve@example.org", "others");
    BrowserToken link = house.invite("ann@example.org");

    assertThat(refusal(() -> house.signInTo("join/" + link.value())))
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refusal(() -> house.signInTo("join/" + BrowserToken.fresh().value())))
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(house.members.findInvitation(link)).isPresent();
    assertThat(house.identities.hasAnyUser()).isFalse();
  }

  @Test
  void aRefusalThatConcernsAnAccountIsNotedWithIt() {
    house.identities.add(
        new User("user_ann", SsoHouse.HOUSE, "ann@example.org", "h", false, house.clock.instant()));
    house.provider.says("s1", "ann@example.org", "admins");
    assertThat(refusal(house::signIn)).isEqualTo(FailureCode.CONFLICT);
    house.provider.says("s2", "nobody@example.org", "others");
    assertThat(refusal(house::signIn)).isEqualTo(FailureCode.FORBIDDEN);

    assertThat(house.trail.notes()).containsExactly("session.refused");
  }

  @Test
  void anAttemptIsUsedOnce() {
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken browser = BrowserToken.fresh();
    String state = house.depart(browser);

    assertThat(house.arrive(browser, state).next()).contains("gallery");
    assertThat(refusal(() -> house.arrive(browser, state))).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void anotherBrowserCannotUseItAndUsesItUp() {
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken browser = BrowserToken.fresh();
    String state = house.depart(browser);

    assertThat(refusal(() -> house.arrive(BrowserToken.fresh(), state)))
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refusal(() -> house.arrive(browser, state))).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void anAttemptEndsAfterTenMinutes() {
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken browser = BrowserToken.fresh();
    String inTime = house.depart(browser);
    house.clock.pass(SignInAttempt.LIFE.minusMillis(1));
    assertThat(house.arrive(browser, inTime).token()).isPresent();

    String late = house.depart(browser);
    house.clock.pass(SignInAttempt.LIFE);
    assertThat(refusal(() -> house.arrive(browser, late))).isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void noStateAndAForeignStateAreRefused() {
    assertThat(refusal(() -> house.arrive(BrowserToken.fresh(), null)))
        .isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refusal(() -> house.arrive(BrowserToken.fresh(), "made-up")))
        .isEqualTo(FailureCode.FORBIDDEN);
  }

  @Test
  void aProviderThatIsDownIsSaidToBe() {
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken browser = BrowserToken.fresh();
    String state = house.depart(browser);
    house.provider.goDown();

    assertThat(refusal(() -> house.depart(browser))).isEqualTo(FailureCode.MAINTENANCE);
    assertThat(refusal(() -> house.arrive(browser, state))).isEqualTo(FailureCode.MAINTENANCE);
  }

  @Test
  void withoutSettingsThereIsNoProvider() {
    house.settings.remove("easel.oidc.client-secret");

    assertThat(house.providers.all()).isEmpty();
    assertThat(refusal(() -> house.depart(BrowserToken.fresh()))).isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void whoNeverArrivesIsSlowedDown() {
    FailureCode last = null;
    for (int i = 0; i < 100 && last == null; i++) {
      last = refusal(() -> house.depart(BrowserToken.fresh()));
    }
    assertThat(last).isEqualTo(FailureCode.RATE_LIMITED);
  }

  @Test
  void whoArrivesIsNot() {
    house.provider.says("s1", "ann@example.org", "members");
    for (int i = 0; i < 100; i++) {
      house.signIn();
    }
    assertThat(house.sessions.of(house.user(house.signIn()).orElseThrow().id())).hasSize(101);
  }

  @Test
  void signingOutLeadsToTheProviderAndNotForOthers() {
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken token = house.signIn();
    URI after = URI.create("https://easel.example.org/app/sign-in");

    assertThat(house.farewells.at(token, after))
        .contains(URI.create(ScriptedIdentityProvider.ISSUER + "/logout?hint=id-token"));
    assertThat(house.farewells.at(BrowserToken.fresh(), after)).isEmpty();
    house.provider.goDown();
    assertThat(house.farewells.at(token, after)).isEmpty();
  }

  @Test
  void theProviderEndsTheSessionsOfOneAndOfNobodyElse() {
    house.provider.says("s2", "bob@example.org", "members");
    BrowserToken bob = house.signIn();
    house.provider.says("s1", "ann@example.org", "members");
    BrowserToken ann = house.signIn();

    assertThat(house.farewells.hear(ScriptedIdentityProvider.ISSUER.toString())).isEqualTo(1);

    assertThat(house.user(ann)).isEmpty();
    assertThat(house.user(bob)).isPresent();
    assertThat(refusal(() -> house.farewells.hear("https://other.example.org")))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> house.farewells.hear(null))).isEqualTo(FailureCode.INVALID_REQUEST);
  }

  private static FailureCode refusal(Runnable work) {
    FailureException refused = catchThrowableOfType(FailureException.class, work::run);
    return refused == null ? null : refused.code();
  }
}
