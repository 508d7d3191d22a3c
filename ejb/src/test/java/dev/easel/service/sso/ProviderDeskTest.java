package dev.easel.service.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.GroupRule;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderEntry;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.fake.ScriptedIdentityProvider;
import dev.easel.service.sso.Rehearsal.Verdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProviderDeskTest {

  private static final Caller OPERATOR = new Caller("ten_house", "user_op", "k", "pro", true);
  private static final URI ISSUER = ScriptedIdentityProvider.ISSUER;

  private final SsoHouse house = new SsoHouse();
  private final ProviderDesk desk = house.desk;

  @BeforeEach
  void nothingIsConfigured() {
    house.settings.clear();
  }

  @Test
  void whatOperatorsEnterPeopleCanSignInBy() {
    enter("acme", ISSUER);

    assertThat(house.providers.all()).extracting(ProviderTerms::slug).containsExactly("acme");
    assertThat(house.providers.get("acme").clientSecret()).isEqualTo("hush");
    assertThat(house.stored.find("acme").orElseThrow().clientSecret()).isNotEqualTo("hush");
  }

  @Test
  void oneThatIsSwitchedOffIsNoWayInAndItsSessionsEnd() {
    enter("acme", ISSUER);
    rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.MEMBER));
    house.provider.says("s1", "ann@example.org", "staff");
    BrowserToken ann = house.signIn("acme");

    change("acme", entry(ISSUER, false));

    assertThat(house.providers.all()).isEmpty();
    assertThat(house.sessions.find(ann)).isEmpty();
    assertThat(desk.get("acme").enabled()).isFalse();
  }

  @Test
  void withTheProviderGoesWhatItsGroupsGaveButNotTheAccount() {
    enter("acme", ISSUER);
    rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.MEMBER));
    rule("acme", GroupRule.operator("root"));
    house.provider.says("s1", "ann@example.org", "staff", "root");
    BrowserToken token = house.signIn("acme");
    User ann = house.user(token).orElseThrow();
    assertThat(ann.administrator()).isTrue();
    house.identities.add(new Tenant("ten_b", "B", "free", house.clock.instant()));
    house.identities.add(new Membership(ann.id(), "ten_b", Role.VIEWER, house.clock.instant()));

    desk.remove(OPERATOR, "acme");

    assertThat(house.sessions.find(token)).isEmpty();
    assertThat(house.memberships(ann)).extracting(Membership::tenantId).containsExactly("ten_b");
    assertThat(house.identities.findUser(ann.id()).orElseThrow().administrator()).isFalse();
    assertThat(desk.list()).isEmpty();
    assertThat(house.stored.rules("acme")).isEmpty();
  }

  @Test
  void anotherServersChangeIsSeenAfterSomeSeconds() {
    assertThat(house.providers.all()).isEmpty();
    house.stored.add(
        new IdentityProvider(
            "acme",
            entry(ISSUER, true),
            house.providers.sealed("acme", "hush"),
            house.clock.instant()));

    assertThat(house.providers.all()).isEmpty();
    house.clock.pass(Duration.ofSeconds(6));
    assertThat(house.providers.all()).hasSize(1);
  }

  @Test
  void aChangeWithoutSecretKeepsIt() {
    enter("acme", ISSUER);

    change("acme", entry(URI.create("https://other.example.org"), true));
    assertThat(house.providers.get("acme").clientSecret()).isEqualTo("hush");

    desk.change(OPERATOR, "acme", Optional.empty(), old -> old, Optional.of("new"));
    assertThat(house.providers.get("acme").clientSecret()).isEqualTo("new");
  }

  @Test
  void noTwoHaveOneIssuerOrOneDomain() {
    enter("acme", ISSUER);

    assertThat(refusal(() -> enter("other", ISSUER))).isEqualTo(FailureCode.CONFLICT);
    ProviderEntry sameDomain =
        new ProviderEntry(
            "B", URI.create("https://b.example.org"), "easel", List.of("ACME.example"), true);
    assertThat(refusal(() -> desk.create(OPERATOR, "other", sameDomain, "x")))
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void aDomainOfTheConfiguredOneIsTaken() {
    house.settings.put("easel.oidc.domains", "acme.example");
    URI elsewhere = URI.create("https://b.example.org");
    enter("early", elsewhere);
    desk.remove(OPERATOR, "early");

    house.configure();
    house.settings.put("easel.oidc.domains", "acme.example");

    assertThat(refusal(() -> enter("other", elsewhere))).isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void whatCannotBeAProviderIsRefused() {
    assertThat(refusal(() -> enter("sso", ISSUER))).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> enter("Ac me", ISSUER))).isEqualTo(FailureCode.INVALID_REQUEST);
    for (String issuer :
        List.of(
            "http://id.example.org",
            "ftp://localhost",
            "https://a@id.example.org",
            "https://id.example.org?x=1",
            "https:/x",
            "id")) {
      assertThat(refusal(() -> entry(URI.create(issuer), true)))
          .as(issuer)
          .isEqualTo(FailureCode.INVALID_REQUEST);
    }
    assertThat(entry(URI.create("http://localhost:8180/realms/easel"), true).enabled()).isTrue();
    assertThat(refusal(() -> desk.create(OPERATOR, "acme", entry(ISSUER, true), " ")))
        .isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void theConfiguredOneIsShownAndOnlyItsRulesChange() {
    house.configure();

    assertThat(desk.get("sso").isConfigured()).isTrue();
    assertThat(refusal(() -> desk.remove(OPERATOR, "sso"))).isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> change("sso", entry(ISSUER, false)))).isEqualTo(FailureCode.CONFLICT);
    rule("sso", GroupRule.member("designers", SsoHouse.HOUSE, Role.VIEWER));
    assertThat(desk.rules("sso"))
        .extracting(view -> view.rule().group())
        .containsExactly("admins", "members", "designers");
    house.provider.says("s1", "ann@example.org", "designers");
    User ann = house.user(house.signIn("sso")).orElseThrow();
    assertThat(house.memberships(ann)).extracting(Membership::role).containsExactly(Role.VIEWER);
  }

  @Test
  void aRuleCountsOnceAndOnlyWhereThereIsAnOrganisation() {
    enter("acme", ISSUER);
    rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.MEMBER));

    assertThat(refusal(() -> rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.ADMIN))))
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> rule("acme", GroupRule.member("staff", "ten_no", Role.ADMIN))))
        .isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(refusal(() -> rule("none", GroupRule.operator("staff"))))
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> GroupRule.member("staff", SsoHouse.HOUSE, Role.OWNER)))
        .isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void aDryRunTellsWhatASignInWouldComeToAndChangesNothing() {
    enter("acme", ISSUER);
    RuleView member = rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.MEMBER));
    house.provider.says("s1", "ann@example.org", "staff");

    Rehearsal newcomer = house.rehearsals.ofClaims("acme", ISSUER.toString());
    assertThat(newcomer.verdict()).isEqualTo(Verdict.NEWCOMER);
    assertThat(newcomer.matches()).containsExactly(member);
    assertThat(newcomer.given())
        .containsExactly(new Rehearsal.Given(SsoHouse.HOUSE, "House", Role.MEMBER));
    assertThat(house.identities.hasAnyUser()).isFalse();

    house.signIn("acme");
    house.provider.says("s1", "ann@example.org");
    Rehearsal leaver = house.rehearsals.ofClaims("acme", ISSUER.toString());
    assertThat(leaver.taken()).containsExactly("House");
    assertThat(leaver.user()).contains("ann@example.org");
    assertThat(leaver.verdict()).isEqualTo(Verdict.NO_ORGANISATION);
  }

  @Test
  void aDryRunTellsWhyASignInWouldBeRefused() {
    enter("acme", ISSUER);
    rule("acme", GroupRule.member("staff", SsoHouse.HOUSE, Role.MEMBER));
    house.provider.says("s1", null, "staff");

    assertThat(house.rehearsals.ofClaims("acme", "https://other.example.org").verdict())
        .isEqualTo(Verdict.OTHER_ISSUER);
    assertThat(house.rehearsals.ofClaims("acme", ISSUER.toString()).verdict())
        .isEqualTo(Verdict.NO_ADDRESS);
    assertThat(house.rehearsals.ofGroups("acme", Set.of("staff")).verdict())
        .isEqualTo(Verdict.GROUPS_ONLY);
    assertThat(house.rehearsals.ofGroups("acme", Set.of()).verdict())
        .isEqualTo(Verdict.NO_ORGANISATION);
    house.identities.add(
        new User("user_b", SsoHouse.HOUSE, "bob@example.org", "h", false, house.clock.instant()));
    house.provider.says("s2", "bob@example.org", "staff");
    assertThat(house.rehearsals.ofClaims("acme", ISSUER.toString()).verdict())
        .isEqualTo(Verdict.ADDRESS_TAKEN);
  }

  @Test
  void checkingAsksTheProviderAlsoWhileItIsSwitchedOff() {
    enter("acme", ISSUER);
    change("acme", entry(ISSUER, false));

    assertThat(desk.check("acme").passes()).isTrue();
    house.provider.goDown();
    assertThat(desk.check("acme").passes()).isFalse();
  }

  @Test
  void passwordsAreClosedOnlyWhileThereIsAnotherDoorAndABreakableGlass() {
    LocalSignInDesk local = house.localDesk();
    assertThat(refusal(() -> local.change(OPERATOR, LocalMode.BREAK_GLASS)))
        .isEqualTo(FailureCode.CONFLICT);
    enter("acme", ISSUER);
    assertThat(refusal(() -> local.change(OPERATOR, LocalMode.BREAK_GLASS)))
        .isEqualTo(FailureCode.CONFLICT);
    house.identities.add(
        new User("user_op", SsoHouse.HOUSE, "op@example.org", "h", true, house.clock.instant()));

    local.change(OPERATOR, LocalMode.BREAK_GLASS);

    assertThat(house.local.isOpen()).isFalse();
    assertThat(refusal(() -> desk.remove(OPERATOR, "acme"))).isEqualTo(FailureCode.CONFLICT);
    assertThat(refusal(() -> change("acme", entry(ISSUER, false)))).isEqualTo(FailureCode.CONFLICT);
    local.change(OPERATOR, LocalMode.ON);
    desk.remove(OPERATOR, "acme");
    assertThat(house.local.isOpen()).isTrue();
  }

  @Test
  void whatTheConfigurationSaysOfPasswordsStands() {
    house.settings.put("easel.sign-in.local", "break-glas");

    assertThat(house.local.mode()).isEqualTo(LocalMode.BREAK_GLASS); // a slip opens no door
    assertThat(refusal(() -> house.localDesk().change(OPERATOR, LocalMode.ON)))
        .isEqualTo(FailureCode.CONFLICT);
    house.settings.put("easel.sign-in.local", "on");
    assertThat(house.local.isOpen()).isTrue();
  }

  private void enter(String slug, URI issuer) {
    desk.create(OPERATOR, slug, entry(issuer, true), "hush");
  }

  private void change(String slug, ProviderEntry entry) {
    desk.change(OPERATOR, slug, Optional.empty(), old -> entry, Optional.empty());
  }

  private RuleView rule(String slug, GroupRule rule) {
    return desk.addRule(OPERATOR, slug, rule);
  }

  private static ProviderEntry entry(URI issuer, boolean enabled) {
    return new ProviderEntry("Acme", issuer, "easel", List.of("acme.example"), enabled);
  }

  private static FailureCode refusal(Runnable work) {
    FailureException refused = catchThrowableOfType(FailureException.class, work::run);
    return refused == null ? null : refused.code();
  }
}
