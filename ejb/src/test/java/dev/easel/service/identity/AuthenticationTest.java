package dev.easel.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryKeys;
import dev.easel.fake.ManualContainer;
import dev.easel.fake.MovableClock;
import dev.easel.fake.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthenticationTest {

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryIdentities stored = new InMemoryIdentities(database);
  private final MovableClock clock = new MovableClock();

  private final ManualContainer background = new ManualContainer();

  private Authentication authentication;

  @BeforeEach
  void build() {
    authentication = new Authentication();
    authentication.identities = Identities.service(stored, clock);
    authentication.clock = clock;
    KeyService keys = Identities.keys(new InMemoryKeys(database), stored, clock);
    authentication.uses = Identities.uses(keys, background, clock);
  }

  @Test
  void aGoodKeyTellsWhoCalls() {
    KeySecret key = keyOf("ann", "pro");

    assertThat(authentication.authenticate(key.text()).tenantId()).isEqualTo("ten_ann");
  }

  @Test
  void vipIsGivenByThePlanOrByAGrant() {
    KeySecret free = keyOf("ann", "free");
    KeySecret pro = keyOf("bob", "pro");
    KeySecret granted = keyOf("cyn", "free");
    change(Tenant.class, "ten_cyn", "vipGranted", true);

    assertThat(Stream.of(free, pro, granted).map(KeySecret::text))
        .extracting(text -> authentication.authenticate(text).vip())
        .containsExactly(false, true, true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "esk_live_",
        "Bearer",
        "esk_live_000000000000_00000000000000000000000000000000000000",
        "a text of the very same length as a key of ours, but no key",
        "esk_live_\u0000\uFFFF"
      })
  void whatIsNoKeyIsRefused(String text) {
    assertThat(refused(text).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aKeyNobodyHasIsRefused() {
    assertThat(refused(KeySecret.random().text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void theIdOfAKeyWithAnotherSecretIsRefused() {
    KeySecret key = keyOf("ann", "pro");
    authentication.authenticate(key.text());
    KeySecret forged = new KeySecret(key.id(), KeySecret.random().secret());

    assertThat(refused(forged.text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aRevokedKeyStopsWithinFiveSeconds() {
    KeySecret key = keyOf("ann", "pro");
    authentication.authenticate(key.text());
    change(ApiKey.class, key.id(), "revokedAt", clock.instant());

    clock.pass(Duration.ofSeconds(5));

    assertThat(refused(key.text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aKeyThatIsForgottenIsJudgedAtOnce() {
    KeySecret key = keyOf("ann", "pro");
    Caller caller = authentication.authenticate(key.text());
    change(ApiKey.class, key.id(), "revokedAt", clock.instant());

    authentication.forget(key.id());

    assertThat(refused(key.text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    assertThatThrownBy(() -> authentication.confirm(caller)).isInstanceOf(FailureException.class);
  }

  @Test
  void theLastUseIsNotedOnceAMinuteAndNotByTheRequest() {
    KeySecret key = keyOf("ann", "pro");
    authentication.authenticate(key.text());
    assertThat(stored.findKey(key.id()).orElseThrow().lastUsedAt()).isEmpty();

    background.tick();

    assertThat(stored.findKey(key.id()).orElseThrow().lastUsedAt()).contains(clock.instant());
  }

  @Test
  void aKeyGivesNoMoreThanItsUsersRoleDoesNow() {
    KeySecret key = keyOf("ann", "pro");
    stored.add(new Membership("user_ann", "ten_ann", Role.OWNER, clock.instant()));
    Caller owner = authentication.authenticate(key.text());
    Membership membership = stored.findMembership("user_ann", "ten_ann").orElseThrow();
    change(Membership.class, membership.id(), "role", Role.VIEWER);

    clock.pass(Duration.ofSeconds(5));
    Caller viewer = authentication.authenticate(key.text());

    assertThat(owner.may(Scope.KEYS_MANAGE)).isTrue();
    assertThat(viewer.may(Scope.KEYS_MANAGE)).isFalse();
    assertThat(viewer.may(Scope.IMAGES_GENERATE)).isFalse();
    assertThat(viewer.may(Scope.GALLERY_READ)).isTrue();
  }

  @Test
  void aKeyWithoutAListOfRightsHasAll() {
    KeySecret key = keyOf("ann", "pro");

    assertThat(authentication.authenticate(key.text()).rights()).isEqualTo(KeyRights.all());
  }

  @Test
  void useDoesNotProlongTheMemoryOfARevokedKey() {
    KeySecret key = keyOf("ann", "pro");
    authentication.authenticate(key.text());
    change(ApiKey.class, key.id(), "revokedAt", clock.instant());
    for (int second = 0; second < 5; second++) {
      Stream.of(key).map(KeySecret::text).forEach(this::tryAuthenticate);
      clock.pass(Duration.ofSeconds(1));
    }

    assertThat(refused(key.text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void anExpiredKeyIsRefused() {
    KeySecret key = keyOf("ann", "pro");
    Instant soon = clock.instant().plusSeconds(60);
    change(ApiKey.class, key.id(), "expiresAt", soon);
    authentication.authenticate(key.text());

    clock.pass(Duration.ofSeconds(65));

    assertThat(refused(key.text()).code()).isEqualTo(FailureCode.UNAUTHENTICATED);
  }

  @Test
  void aRefusedKeyWorksOnceItExists() {
    KeySecret key = KeySecret.random();
    assertThatThrownBy(() -> authentication.authenticate(key.text()))
        .isInstanceOf(FailureException.class);

    add(key, "ann", "pro");

    assertThat(authentication.authenticate(key.text()).tenantId()).isEqualTo("ten_ann");
  }

  @Test
  void theCacheNeverMixesCallers() {
    List<KeySecret> keys = IntStream.range(0, 50).mapToObj(i -> keyOf("u" + i, "free")).toList();
    Set<String> mixed = ConcurrentHashMap.newKeySet();

    IntStream.range(0, 5_000)
        .parallel()
        .forEach(
            call -> {
              int user = call % keys.size();
              String tenant = authentication.authenticate(keys.get(user).text()).tenantId();
              if (!tenant.equals("ten_u" + user)) {
                mixed.add(tenant);
              }
            });

    assertThat(mixed).isEmpty();
  }

  private KeySecret keyOf(String name, String plan) {
    KeySecret key = KeySecret.random();
    add(key, name, plan);
    return key;
  }

  private void add(KeySecret key, String name, String plan) {
    Instant now = clock.instant();
    String tenant = "ten_" + name;
    stored.add(new Tenant(tenant, name, plan, now));
    stored.add(new User("user_" + name, tenant, name + "@example.org", "-", false, now));
    stored.add(new ApiKey(key, tenant, "user_" + name, "test", now));
  }

  private <T> void change(Class<T> type, String id, String field, Object value) {
    database.inTransaction(() -> Stored.set(database.find(type, id).orElseThrow(), field, value));
  }

  private void tryAuthenticate(String key) {
    try {
      assertThat(authentication.authenticate(key).tenantId()).isEqualTo("ten_ann");
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.UNAUTHENTICATED);
    }
  }

  private FailureException refused(String key) {
    return catchThrowableOfType(FailureException.class, () -> authentication.authenticate(key));
  }
}
