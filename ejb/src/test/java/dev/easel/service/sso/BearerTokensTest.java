package dev.easel.service.sso;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalIdentity;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.VerifiedToken;
import dev.easel.fake.InMemoryOAuthApps;
import dev.easel.fake.ScriptedAccessTokens;
import dev.easel.fake.ScriptedIdentityProvider;
import dev.easel.fake.Stored;
import dev.easel.service.identity.Identities;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BearerTokensTest {

  private static final String ADDRESS = "192.0.2.9";
  private static final String ALL = Scope.joined(Scope.delegable());

  private final SsoHouse house = new SsoHouse();
  private final ScriptedAccessTokens issued = new ScriptedAccessTokens();
  private final InMemoryOAuthApps apps = new InMemoryOAuthApps(house.database);
  private final BearerTokens tokens = tokens();

  @Test
  void aLinkedUserCallsAsTheirMembership() {
    Membership membership = linked("ann", Role.MEMBER);

    Caller caller = authenticate(token("ann", "images:generate gallery:read"));

    assertThat(caller.tenantId()).isEqualTo(SsoHouse.HOUSE);
    assertThat(caller.userId()).isEqualTo("user_ann");
    assertThat(caller.keyId()).isEqualTo(membership.id());
    assertThat(caller.planId()).isEqualTo("free");
    assertThat(caller.scopes())
        .containsExactlyInAnyOrder(Scope.IMAGES_GENERATE, Scope.GALLERY_READ);
    assertThat(tokens.callers.service.isUsable(caller)).isTrue();
  }

  @Test
  void aTokenGivesNoMoreThanTheRole() {
    linked("ann", Role.VIEWER);

    assertThat(authenticate(token("ann", ALL)).scopes())
        .containsExactlyInAnyOrder(Scope.GALLERY_READ, Scope.USAGE_READ, Scope.PROFILE_READ);
  }

  @Test
  void noTokenMakesKeysReadsBillsOrRunsTheServer() {
    linked("ann", Role.OWNER);
    change(User.class, "user_ann", "administrator", true);

    Caller caller = authenticate(token("ann", ALL + " keys:manage billing:read admin"));

    assertThat(caller.scopes()).isEqualTo(Scope.delegable());
    assertThat(caller.runsServer()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openid profile", "", "admin", "keys:manage"})
  void aTokenWithoutAScopeOfOursMayDoNothing(String scopes) {
    linked("ann", Role.OWNER);

    FailureException refused = refused(token("ann", scopes));

    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refused.details()).containsEntry("reason", "scope_missing");
  }

  @Test
  void aTokenWhoseScopesTheRoleDoesNotHaveMayDoNothing() {
    linked("ann", Role.VIEWER);

    assertThat(reason(token("ann", "images:generate"))).isEqualTo("scope_missing");
  }

  @Test
  void aTokenIsForTheAudienceThatIsConfigured() {
    linked("ann", Role.MEMBER);
    authenticate(token("ann", "gallery:read"));
    assertThat(issued.audience()).isEqualTo("easel-api");

    house.settings.put("easel.oidc.audience", "images");
    authenticate(token("ann", "gallery:read"));
    assertThat(issued.audience()).isEqualTo("images");
  }

  @Test
  void whoComesFirstByTokenGetsAnAccountByTheirGroups() {
    Caller caller = authenticate(token("new", "images:generate", "members"));

    User made = house.identities.findUser(caller.userId()).orElseThrow();
    assertThat(made.email()).isEqualTo("new@example.org");
    assertThat(house.memberships(made))
        .extracting(Membership::role, Membership::tenantId)
        .containsExactly(tuple(Role.MEMBER, SsoHouse.HOUSE));
    assertThat(house.trail.notes())
        .contains(Action.IDENTITY_LINKED.wire() + " " + made.id())
        .contains(Action.MEMBER_JOINED.wire() + " " + made.id());
    assertThat(authenticate(token("new", "gallery:read")).userId()).isEqualTo(made.id());
  }

  @Test
  void whoseGroupsGiveNothingGetsNoAccount() {
    assertThat(reason(token("zoe", "images:generate", "others"))).isEqualTo("no_organisation");
    assertThat(house.identities.findUserByEmail("zoe@example.org")).isEmpty();
  }

  @Test
  void aTokenWithoutAScopeOfOursMakesNoAccount() {
    assertThat(reason(token("new", "openid", "members"))).isEqualTo("scope_missing");
    assertThat(house.identities.findUserByEmail("new@example.org")).isEmpty();
  }

  @Test
  void anAddressTakesNoAccountOver() {
    user("ann");

    assertThat(reason(token("ann", "images:generate", "admins"))).isEqualTo("account_not_linked");
    assertThat(house.sso.linksOf("user_ann")).isEmpty();
  }

  @Test
  void aTokenIsNoSignInAndTakesNoRoleAway() {
    Caller first = authenticate(token("new", "images:generate", "admins"));

    Caller later = authenticate(token("new", ALL));

    assertThat(later.keyId()).isEqualTo(first.keyId());
    assertThat(later.scopes()).isEqualTo(Scope.delegable());
  }

  @Test
  void whoIsNewAndHasNoAddressIsSentToTheDashboard() {
    VerifiedToken token =
        new VerifiedToken(
            identity("new"),
            Optional.empty(),
            Set.of("images:generate"),
            Set.of("members"),
            Optional.empty(),
            Optional.empty(),
            house.clock.instant().plusSeconds(300));

    assertThat(reason(issued.says(token))).isEqualTo("never_signed_in");
  }

  @Test
  void aRegisteredAppGetsNoMoreThanItWasRegisteredFor() {
    linked("ann", Role.MEMBER);
    OAuthApp app = registered(Optional.empty(), Scope.GALLERY_READ);

    Caller caller = authenticate(tokenOf(app, "ann", ALL));

    assertThat(caller.userId()).isEqualTo("user_ann");
    assertThat(caller.scopes()).containsExactly(Scope.GALLERY_READ);
  }

  @Test
  void theTokensOfARemovedAppAreRefused() {
    linked("ann", Role.MEMBER);
    OAuthApp app = registered(Optional.empty(), Scope.GALLERY_READ);
    String token = tokenOf(app, "ann", ALL);
    authenticate(token);
    apps.remove(app);

    house.clock.pass(Duration.ofSeconds(5));

    assertThat(refused(token).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void anAppThatActsForItselfDoesWhatItsOwnerMay() {
    linked("owner", Role.OWNER);
    OAuthApp app =
        registered(Optional.of("subject-service"), Scope.GALLERY_READ, Scope.IMAGES_GENERATE);
    String token = tokenOf(app, "service", ALL);

    Caller caller = authenticate(token);

    assertThat(caller.userId()).isEqualTo("user_owner");
    assertThat(caller.keyId()).isEqualTo(app.id());
    assertThat(caller.scopes())
        .containsExactlyInAnyOrder(Scope.GALLERY_READ, Scope.IMAGES_GENERATE);
    assertThat(tokens.callers.service.isUsable(caller)).isTrue();
    Membership membership =
        house.identities.findMembership("user_owner", SsoHouse.HOUSE).orElseThrow();
    house.database.remove(membership);
    house.clock.pass(Duration.ofSeconds(5));
    assertThat(reason(token)).isEqualTo("not_a_member");
    assertThat(tokens.callers.service.isUsable(caller)).isFalse();
  }

  @Test
  void theServiceAccountOfNobodysClientIsNobody() {
    linked("owner", Role.OWNER);
    registered(Optional.of("subject-service"), Scope.GALLERY_READ);

    assertThat(reason(token("service", ALL))).isEqualTo("no_organisation");
  }

  @Test
  void whoWasPutOutIsRefused() {
    Membership membership = linked("ann", Role.MEMBER);
    String token = token("ann", "gallery:read");
    authenticate(token);
    house.database.remove(membership);

    house.clock.pass(Duration.ofSeconds(5));

    assertThat(reason(token)).isEqualTo("not_a_member");
  }

  @Test
  void aSuspendedOrganisationIsRefused() {
    linked("ann", Role.MEMBER);
    change(Tenant.class, SsoHouse.HOUSE, "suspendedAt", house.clock.instant());

    assertThat(reason(token("ann", "gallery:read"))).isEqualTo("tenant_suspended");
  }

  @Test
  void aGoodTokenIsRememberedForSeconds() {
    linked("ann", Role.MEMBER);
    String token = token("ann", "gallery:read");
    authenticate(token);
    authenticate(token);
    assertThat(issued.asked()).isEqualTo(1);

    issued.forgetAll();
    house.clock.pass(Duration.ofSeconds(5));

    assertThat(refused(token).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void memoryDoesNotOutliveTheToken() {
    linked("ann", Role.MEMBER);
    String token = token("ann", "gallery:read", Duration.ofSeconds(2));
    authenticate(token);

    issued.forgetAll();
    house.clock.pass(Duration.ofSeconds(2));

    assertThat(refused(token).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aTokenOfNobodyWeKnowIsNotEvenJudged() {
    assertThat(refused("https://other.example.org#1").code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    house.settings.clear();
    assertThat(refused(ScriptedIdentityProvider.ISSUER + "#1").code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(issued.asked()).isZero();
  }

  @Test
  void aTokenOfAnySizeIsNotRead() {
    assertThat(refused(ScriptedIdentityProvider.ISSUER + "#" + "x".repeat(16_000)).code())
        .isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThat(issued.asked()).isZero();
  }

  @Test
  void tokensAreToldFromKeysByTheirShape() {
    assertThat(BearerTokens.looksLikeOne("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln")).isTrue();
    assertThat(BearerTokens.looksLikeOne("eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.")).isTrue();
    assertThat(BearerTokens.looksLikeOne("esk_live_000000000000_0000")).isFalse();
    assertThat(BearerTokens.looksLikeOne("esk.live.x")).isFalse();
    assertThat(BearerTokens.looksLikeOne("ey.a")).isFalse();
  }

  private String token(String name, String scopes, String... groups) {
    return issued.says(verified(name, scopes, Duration.ofMinutes(5), groups));
  }

  private OAuthApp registered(Optional<String> subject, Scope... scopes) {
    AppTerms terms =
        new AppTerms(
            "Posters",
            AppKind.CONFIDENTIAL,
            List.of("https://app.example/cb"),
            Set.of(scopes),
            subject.isPresent());
    String issuer = ScriptedIdentityProvider.ISSUER.toString();
    OAuthApp app = new OAuthApp(SsoHouse.HOUSE, "user_owner", issuer, terms, house.clock.instant());
    app.register(subject, house.clock.instant());
    apps.add(app);
    return app;
  }

  private String tokenOf(OAuthApp app, String name, String scopes) {
    VerifiedToken like = verified(name, scopes, Duration.ofMinutes(5));
    return issued.says(
        new VerifiedToken(
            like.identity(),
            Optional.of(app.id()),
            like.scopes(),
            like.groups(),
            Optional.empty(),
            like.name(),
            like.expiresAt()));
  }

  private String token(String name, String scopes, Duration life) {
    return issued.says(verified(name, scopes, life));
  }

  private VerifiedToken verified(String name, String scopes, Duration life, String... groups) {
    return new VerifiedToken(
        identity(name),
        Optional.of("some-client"),
        Set.of(scopes.split(" ")),
        Set.of(groups),
        Optional.of(name + "@example.org"),
        Optional.of(name),
        house.clock.instant().plus(life));
  }

  private static ExternalIdentity identity(String name) {
    return new ExternalIdentity(ScriptedIdentityProvider.ISSUER.toString(), "subject-" + name);
  }

  private User user(String name) {
    User user =
        new User(
            "user_" + name,
            SsoHouse.HOUSE,
            name + "@example.org",
            "-",
            false,
            house.clock.instant());
    house.identities.add(user);
    return user;
  }

  private Membership linked(String name, Role role) {
    User user = user(name);
    Membership made = new Membership(user.id(), SsoHouse.HOUSE, role, house.clock.instant());
    house.identities.add(made);
    house.sso.add(new IdentityLink(identity(name), user.id(), house.clock.instant()));
    return made;
  }

  private <T> void change(Class<T> type, String id, String field, Object value) {
    house.database.inTransaction(
        () -> Stored.set(house.database.find(type, id).orElseThrow(), field, value));
  }

  private Caller authenticate(String token) {
    return tokens.authenticate(token, ADDRESS);
  }

  private FailureException refused(String token) {
    return catchThrowableOfType(FailureException.class, () -> authenticate(token));
  }

  private Object reason(String token) {
    FailureException refused = refused(token);
    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    return refused.details().get("reason");
  }

  private BearerTokens tokens() {
    BearerTokens made = new BearerTokens();
    made.providers = house.providers;
    made.protocol = house.provider;
    made.tokens = issued;
    made.settings = house.providers.settings;
    made.clock = house.clock;
    made.callers = new BearerCallers();
    made.callers.sso = house.sso;
    made.callers.identities = house.identities;
    made.callers.apps = apps;
    made.callers.service = Identities.service(house.identities, apps, house.clock);
    made.callers.steps = house.signIns.steps;
    return made;
  }
}
