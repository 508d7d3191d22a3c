package dev.easel.service.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.oauth.AppKind;
import dev.easel.domain.oauth.AppTerms;
import dev.easel.domain.oauth.OAuthApp;
import dev.easel.domain.oauth.OAuthClients;
import dev.easel.domain.oauth.Registrar;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryOAuthApps;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OAuthAppsTest {

  private static final URI ISSUER = URI.create("https://id.example.org/realms/studio");

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final InMemoryOAuthApps stored = new InMemoryOAuthApps(database);
  private final MovableClock clock = new MovableClock();
  private final RecordingTrail trail = new RecordingTrail();
  private final Provider provider = new Provider();
  private final OAuthApps apps = apps();
  private final Caller ann = member("ann", "ten_a", Role.OWNER);

  @Test
  void aRegistrationTellsTheSecretOnce() {
    IssuedApp issued = apps.register(ann, terms(true));

    assertThat(issued.secret()).contains("secret-1");
    assertThat(issued.toString()).doesNotContain("secret-1");
    assertThat(provider.clients).containsOnlyKeys(issued.app().id());
    OAuthApp kept = apps.get(ann, issued.app().id());
    assertThat(kept.registeredAt()).contains(clock.instant());
    assertThat(kept.serviceSubject()).contains("service-" + kept.id());
    assertThat(kept.terms()).isEqualTo(terms(true));
    assertThat(apps.list(ann)).extracting(OAuthApp::id).containsExactly(kept.id());
    assertThat(trail.notes()).containsExactly(Action.APP_REGISTERED.wire() + " " + kept.id());
  }

  @Test
  void aPublicAppHasNoSecret() {
    AppTerms open =
        new AppTerms(
            "Page",
            AppKind.PUBLIC,
            List.of("https://app.example/"),
            Set.of(Scope.GALLERY_READ),
            false);
    IssuedApp issued = apps.register(ann, open);

    assertThat(issued.secret()).isEmpty();
    assertThat(refused(() -> apps.rotate(ann, issued.app().id())).details())
        .containsEntry("reason", "no_secret");
  }

  @Test
  void nobodyRegistersMoreThanTheyMay() {
    Caller weak = with(ann, Scope.KEYS_MANAGE);

    FailureException refused = refused(() -> apps.register(weak, terms(false)));

    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refused.details()).containsEntry("reason", "beyond_own_rights");
    assertThat(provider.asked).isEmpty();
  }

  @Test
  void aNewSecretReplacesTheOldOne() {
    String id = apps.register(ann, terms(false)).app().id();

    assertThat(apps.rotate(ann, id).secret()).contains("secret-2");
    assertThat(apps.get(ann, id).rotatedAt()).contains(clock.instant());
    assertThat(trail.notes()).contains(Action.APP_SECRET_RENEWED.wire() + " " + id);
    assertThat(refused(() -> apps.rotate(with(ann, Scope.KEYS_MANAGE), id)).details())
        .containsEntry("reason", "beyond_own_rights");
  }

  @Test
  void whatIsOthersIsNotThereAndTheProviderIsNotAsked() {
    String id = apps.register(ann, terms(false)).app().id();
    Caller bob = member("bob", "ten_b", Role.OWNER);
    provider.asked.clear();

    assertThat(apps.list(bob)).isEmpty();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> apps.get(bob, id), () -> apps.rotate(bob, id), () -> apps.remove(bob, id))) {
      assertThat(refused(call).code()).isEqualTo(FailureCode.NOT_FOUND);
    }
    assertThat(provider.asked).isEmpty();
    assertThat(provider.clients).containsKey(id);
  }

  @Test
  void aClientThatIsNoAppOfOursIsNeverTouched() {
    assertThat(refused(() -> apps.remove(ann, "easel-dashboard")).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(provider.asked).isEmpty();
  }

  @Test
  void theAppOfAnotherMemberIsRemovedNotImpersonated() {
    String id = apps.register(ann, terms(false)).app().id();
    Caller cyn = member("cyn", "ten_a", Role.ADMIN);

    assertThat(refused(() -> apps.rotate(cyn, id)).details())
        .containsEntry("reason", "another_users_app");
    apps.remove(cyn, id);

    assertThat(apps.list(ann)).isEmpty();
    assertThat(provider.clients).isEmpty();
    assertThat(trail.notes()).contains(Action.APP_REMOVED.wire() + " " + id);
  }

  @Test
  void aProviderThatIsDownBeginsNothing() {
    provider.down = true;

    assertThat(refused(() -> apps.register(ann, terms(false))).code())
        .isEqualTo(FailureCode.MAINTENANCE);
    assertThat(apps.list(ann)).isEmpty();
  }

  @Test
  void whatFailsHalfWayIsUndone() {
    provider.failAfterMaking = true;

    assertThat(refused(() -> apps.register(ann, terms(false))).code())
        .isEqualTo(FailureCode.MAINTENANCE);
    assertThat(provider.clients).isEmpty();
    assertThat(apps.list(ann)).isEmpty();
    assertThat(trail.notes()).isEmpty();
  }

  @Test
  void whatCannotBeUndoneIsSeenAndCanBeRemoved() {
    provider.failAfterMaking = true;
    provider.failRemoving = true;
    refused(() -> apps.register(ann, terms(false)));

    OAuthApp half = apps.list(ann).get(0);
    assertThat(half.registeredAt()).isEmpty();
    assertThat(provider.clients).containsKey(half.id());
    assertThat(refused(() -> apps.rotate(ann, half.id())).details())
        .containsEntry("reason", "app_unfinished");

    provider.failRemoving = false;
    apps.remove(ann, half.id());
    assertThat(provider.clients).isEmpty();
    assertThat(apps.list(ann)).isEmpty();
  }

  @Test
  void aSecondTryRemovesWhatTheFirstLeft() {
    String id = apps.register(ann, terms(false)).app().id();
    provider.failRemoving = true;
    assertThat(refused(() -> apps.remove(ann, id)).code()).isEqualTo(FailureCode.MAINTENANCE);
    assertThat(apps.list(ann)).hasSize(1);

    provider.failRemoving = false;
    provider.clients.clear(); // it had worked there after all
    apps.remove(ann, id);

    assertThat(apps.list(ann)).isEmpty();
  }

  @Test
  void aTenantHasAHundredAtMost() {
    for (int i = 0; i < OAuthApps.MOST; i++) {
      apps.register(ann, terms(false));
    }

    assertThat(refused(() -> apps.register(ann, terms(false))).code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(provider.clients).hasSize(OAuthApps.MOST);
  }

  @Test
  void whoWasPutOutRegistersNothing() {
    Membership left = identities.findMembership("user_ann", "ten_a").orElseThrow();
    database.remove(left);

    assertThat(refused(() -> apps.register(ann, terms(false))).details())
        .containsEntry("reason", "not_a_member");
    assertThat(provider.clients).isEmpty();
  }

  @Test
  void withoutAProviderItSaysSo() {
    apps.registrars =
        new Registrars() {
          @Override
          public Optional<Registrar> find() {
            return Optional.empty();
          }
        };

    FailureException refused = refused(() -> apps.register(ann, terms(false)));

    assertThat(refused.code()).isEqualTo(FailureCode.MAINTENANCE);
    assertThat(refused.details()).containsEntry("reason", "oauth_not_configured");
    assertThat(apps.list(ann)).isEmpty();
  }

  private static AppTerms terms(boolean account) {
    return new AppTerms(
        "Posters",
        AppKind.CONFIDENTIAL,
        List.of("https://app.example/callback"),
        Set.of(Scope.IMAGES_GENERATE, Scope.GALLERY_READ),
        account);
  }

  private Caller member(String name, String tenant, Role role) {
    identities.add(new Membership("user_" + name, tenant, role, clock.instant()));
    return new Caller(tenant, "user_" + name, "mem_" + name, "free", false);
  }

  private static Caller with(Caller caller, Scope... scopes) {
    KeyRights rights =
        new KeyRights(Set.of(scopes), Set.of(), List.of(), KeyRights.all().perMinute());
    return new Caller(
        caller.tenantId(), caller.userId(), "key_weak", "free", false, false, rights, "key_weak");
  }

  private static FailureException refused(ThrowingCallable call) {
    return catchThrowableOfType(FailureException.class, call);
  }

  private OAuthApps apps() {
    OAuthApps made = new OAuthApps();
    made.clients = provider;
    made.registrars =
        new Registrars() {
          @Override
          public Optional<Registrar> find() {
            return Optional.of(new Registrar(ISSUER, "easel-clients", "secret"));
          }
        };
    made.steps = new Transactions();
    made.steps.apps = stored;
    made.steps.identities = identities;
    made.steps.audit = trail;
    made.steps.clock = clock;
    return made;
  }

  /** As the container does it: what is found is written, and what throws changes nothing. */
  private final class Transactions extends OAuthAppSteps {

    @Override
    public OAuthApp begin(Caller caller, String issuer, AppTerms terms) {
      return database.inTransaction(() -> super.begin(caller, issuer, terms));
    }

    @Override
    public OAuthApp finish(Caller caller, String id, OAuthClients.Registered registered) {
      return database.inTransaction(() -> super.finish(caller, id, registered));
    }

    @Override
    public OAuthApp noteRotation(Caller caller, String id) {
      return database.inTransaction(() -> super.noteRotation(caller, id));
    }
  }

  /** A provider that fails when it is told to. */
  private static final class Provider implements OAuthClients {

    private final Map<String, AppTerms> clients = new TreeMap<>();
    private final List<String> asked = new ArrayList<>();
    private boolean down;
    private boolean failAfterMaking;
    private boolean failRemoving;
    private int secrets;

    @Override
    public void mustAnswer(Registrar registrar) {
      failIf(down);
    }

    @Override
    public Registered register(Registrar registrar, String clientId, AppTerms terms) {
      asked.add(clientId);
      clients.put(clientId, terms);
      failIf(failAfterMaking);
      boolean open = terms.kind() == AppKind.PUBLIC;
      return new Registered(
          open ? Optional.empty() : Optional.of("secret-" + ++secrets),
          Optional.of("service-" + clientId).filter(any -> terms.serviceAccount()));
    }

    @Override
    public String renewSecret(Registrar registrar, String clientId) {
      asked.add(clientId);
      return "secret-" + ++secrets;
    }

    @Override
    public void remove(Registrar registrar, String clientId) {
      asked.add(clientId);
      failIf(failRemoving);
      clients.remove(clientId);
    }

    private static void failIf(boolean failing) {
      if (failing) {
        throw FailureException.of(FailureCode.MAINTENANCE, "down");
      }
    }
  }
}
