package dev.easel.service.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IpRange;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryIdentities;
import dev.easel.fake.InMemoryKeys;
import dev.easel.fake.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class KeyServiceTest {

  private static final String HOME = "192.0.2.7";

  private final InMemoryDatabase database = new InMemoryDatabase();
  private final InMemoryKeys stored = new InMemoryKeys(database);
  private final MovableClock clock = new MovableClock();
  private final InMemoryIdentities identities = new InMemoryIdentities(database);
  private final KeyService keys = Identities.keys(stored, identities, clock);
  private final Caller ann = caller("ten_ann", KeyRights.all());

  @Test
  void aNewKeyHasTheRightsOfItsMakerButNotAdmin() {
    ApiKey key = make(ann, named("ci")).key();

    assertThat(key.rights().scopes()).hasSize(Scope.values().length - 1);
    assertThat(key.rights().scopes()).doesNotContain(Scope.ADMIN);
    assertThat(key.rights().models()).isEmpty();
    assertThat(key.usableAt(clock.instant())).isTrue();
  }

  @Test
  void whoIsNoMemberAnyMoreGetsNone() {
    Caller stranger =
        new Caller("ten_ann", "usr_gone", "key_gone", "free", false, false, KeyRights.all(), "");

    assertThat(refused(() -> make(stranger, named("ci"))).code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(stored.list("ten_ann", Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void theTextIsTheKey() {
    IssuedKey issued = make(ann, named("ci"));

    KeySecret secret = KeySecret.parse(issued.text()).orElseThrow();
    assertThat(secret.id()).isEqualTo(issued.key().id());
    assertThat(secret.matches(issued.key().secretHash())).isTrue();
    assertThat(issued.text()).endsWith(issued.key().lastFour());
    assertThat(issued.toString()).doesNotContain(secret.secret());
  }

  @Test
  void whatIsGivenIsStored() {
    KeyRights rights =
        new KeyRights(
            Set.of(Scope.IMAGES_GENERATE),
            Set.of("easel/sketch", "b"),
            List.of(range("10.0.0.0/8"), range("2001:db8::/32")),
            OptionalInt.of(7));

    String id = make(ann, wish -> new KeyWish("x", rights, Optional.empty())).key().id();

    assertThat(stored.find(id).orElseThrow().rights()).isEqualTo(rights);
  }

  @Test
  void aKeyGivesNoMoreThanItHas() {
    KeyRights few =
        new KeyRights(
            Set.of(Scope.KEYS_MANAGE, Scope.GALLERY_READ),
            Set.of("a", "b"),
            List.of(range("10.0.0.0/8")),
            OptionalInt.of(10));
    Caller weak = caller("ten_ann", few);

    assertBeyond(weak, "scopes", with(few, KeyRights.all().scopes()));
    assertBeyond(
        weak,
        "models",
        new KeyRights(few.scopes(), Set.of("a", "c"), few.addresses(), few.perMinute()));
    assertBeyond(
        weak, "models", new KeyRights(few.scopes(), Set.of(), few.addresses(), few.perMinute()));
    assertBeyond(
        weak,
        "allowed_ips",
        new KeyRights(few.scopes(), few.models(), List.of(range("0.0.0.0/0")), few.perMinute()));
    assertBeyond(
        weak, "allowed_ips", new KeyRights(few.scopes(), few.models(), List.of(), few.perMinute()));
    assertBeyond(
        weak,
        "requests_per_minute",
        new KeyRights(few.scopes(), few.models(), few.addresses(), OptionalInt.empty()));
    assertThat(make(weak, named("same")).key().rights()).isEqualTo(few);
  }

  @Test
  void aKeyThatEndsMakesNoneThatOutlivesIt() {
    Instant end = clock.instant().plusSeconds(600);
    ApiKey own = make(ann, wish -> new KeyWish("x", wish.rights(), Optional.of(end))).key();
    Caller ending = caller(own);

    FailureException refused =
        refused(() -> make(ending, w -> new KeyWish("y", w.rights(), Optional.empty())));

    assertThat(refused.details()).containsEntry("field", "expires_at");
    assertThat(make(ending, named("z")).key().expiresAt()).contains(end);
  }

  @Test
  void aStrongerKeyIsNotReplacedToGetAtItsSecret() {
    ApiKey strong = make(ann, named("strong")).key();
    Caller weak = caller("ten_ann", with(KeyRights.all(), Set.of(Scope.KEYS_MANAGE)));

    FailureException refused = refused(() -> rotate(weak, strong, Duration.ZERO));

    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(stored.find(strong.id()).orElseThrow().usableAt(clock.instant())).isTrue();
  }

  @Test
  void anotherUsersKeyIsNotReplaced() {
    ApiKey strong = make(ann, named("strong")).key();
    identities.add(new Membership("user_bob", "ten_ann", Role.MEMBER, clock.instant()));
    Caller other = new Caller("ten_ann", "user_bob", "key_bob", "pro", false);

    assertThat(refused(() -> rotate(other, strong, Duration.ZERO)).details())
        .containsEntry("reason", "another_users_key");
  }

  @Test
  void aServiceAccountsKeyIsMadeAndReplacedByOthers() {
    identities.add(User.service("user_robot", "ten_ann", "Robot", clock.instant()));
    identities.add(new Membership("user_robot", "ten_ann", Role.VIEWER, clock.instant()));

    ApiKey key = makeFor("user_robot").key();

    assertThat(key.userId()).isEqualTo("user_robot");
    assertThat(rotate(ann, key, Duration.ZERO).key().userId()).isEqualTo("user_robot");
  }

  @Test
  void nobodyMakesKeysForPeopleOrForServiceAccountsOfOthers() {
    identities.add(
        new User("user_bob", "ten_ann", "bob@example.org", "hash", false, clock.instant()));
    identities.add(new Membership("user_bob", "ten_ann", Role.MEMBER, clock.instant()));
    identities.add(User.service("user_robot", "ten_eve", "Robot", clock.instant()));
    identities.add(new Membership("user_robot", "ten_eve", Role.MEMBER, clock.instant()));

    for (String user : List.of("user_bob", "user_robot", "user_none")) {
      assertThat(refused(() -> makeFor(user)).code()).isEqualTo(FailureCode.NOT_FOUND);
    }
    assertThat(stored.list("ten_ann", Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void theOldKeyOverlapsWithTheNewOne() {
    ApiKey old = make(ann, named("ci")).key();

    ApiKey successor = rotate(ann, old, Duration.ofHours(1)).key();

    assertThat(successor.rights()).isEqualTo(old.rights());
    assertThat(successor.name()).isEqualTo("ci");
    assertThat(successor.expiresAt()).isEmpty();
    assertThat(successor.family()).isEqualTo(old.id());
    assertThat(usable(old.id())).isTrue();
    clock.pass(Duration.ofHours(1));
    assertThat(usable(old.id())).isFalse();
    assertThat(usable(successor.id())).isTrue();
    assertThat(refused(() -> rotate(ann, old, Duration.ZERO)).code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void replacingNeverProlongsTheOldKey() {
    Instant end = clock.instant().plusSeconds(60);
    ApiKey old = make(ann, wish -> new KeyWish("x", wish.rights(), Optional.of(end))).key();

    rotate(ann, old, Duration.ofDays(1));

    assertThat(stored.find(old.id()).orElseThrow().expiresAt()).contains(end);
  }

  @Test
  void aRevokedKeyIsUsedNoMoreAndKeepsItsTime() {
    ApiKey key = make(ann, named("ci")).key();

    revoke(ann, key.id());
    Instant first = clock.instant();
    clock.pass(Duration.ofMinutes(1));
    revoke(ann, key.id());

    assertThat(stored.find(key.id()).orElseThrow().revokedAt()).contains(first);
    assertThat(refused(() -> change(ann, key.id(), named("y"))).code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void aKeyDoesNotLockItselfOutUnawares() {
    ApiKey own = make(ann, named("own")).key();
    Caller self = caller(own);
    KeyRights without = with(own.rights(), Set.of(Scope.GALLERY_READ));
    KeyRights elsewhere =
        new KeyRights(
            own.rights().scopes(),
            Set.of(),
            List.of(range("198.51.100.0/24")),
            OptionalInt.empty());

    assertThat(refused(() -> change(self, own.id(), having(without))).fields())
        .containsKey("scopes");
    assertThat(refused(() -> change(self, own.id(), having(elsewhere))).fields())
        .containsKey("allowed_ips");
    assertThat(change(ann, own.id(), having(elsewhere)).rights()).isEqualTo(elsewhere);
    revoke(self, own.id());
    assertThat(usable(own.id())).isFalse();
  }

  @Test
  void foreignAndMissingKeysAreOneAnswer() {
    ApiKey key = make(ann, named("ci")).key();
    Caller bob = caller("ten_bob", KeyRights.all());

    for (String id : List.of(key.id(), "000000000000")) {
      assertThat(refused(() -> keys.get(bob, id)).code()).isEqualTo(FailureCode.NOT_FOUND);
      assertThat(refused(() -> change(bob, id, named("y"))).code())
          .isEqualTo(FailureCode.NOT_FOUND);
      assertThat(refused(() -> keys.rotate(bob, id, Duration.ZERO)).code())
          .isEqualTo(FailureCode.NOT_FOUND);
      assertThat(catchThrowableOfType(FailureException.class, () -> revoke(bob, id)).code())
          .isEqualTo(FailureCode.NOT_FOUND);
    }
    assertThat(keys.list(bob, Optional.empty(), 10).items()).isEmpty();
  }

  @Test
  void aTenantHasTwoHundredUsableKeysAtMost() {
    for (int i = 0; i < KeyService.MOST_USABLE; i++) {
      make(ann, named("k" + i));
    }
    String oldest = keys.list(ann, Optional.empty(), 1).items().get(0).id();

    assertThat(refused(() -> make(ann, named("more"))).details())
        .containsEntry("reason", "too_many_keys");
    revoke(ann, oldest);
    assertThat(make(ann, named("more")).key().name()).isEqualTo("more");
  }

  private void assertBeyond(Caller caller, String right, KeyRights wanted) {
    FailureException refused = refused(() -> make(caller, having(wanted)));
    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
    assertThat(refused.details()).containsEntry("field", right);
  }

  private IssuedKey make(Caller caller, UnaryOperator<KeyWish> wish) {
    return database.inTransaction(() -> keys.create(caller, wish));
  }

  private IssuedKey makeFor(String userId) {
    return database.inTransaction(() -> keys.create(ann, userId, named("robot")));
  }

  private ApiKey change(Caller caller, String id, UnaryOperator<KeyWish> wish) {
    return database.inTransaction(() -> keys.change(caller, id, wish, HOME));
  }

  private IssuedKey rotate(Caller caller, ApiKey key, Duration overlap) {
    return database.inTransaction(() -> keys.rotate(caller, key.id(), overlap));
  }

  private void revoke(Caller caller, String id) {
    database.inTransaction(() -> keys.revoke(caller, id));
  }

  private boolean usable(String id) {
    return stored.find(id).orElseThrow().usableAt(clock.instant());
  }

  private static FailureException refused(Supplier<?> work) {
    return catchThrowableOfType(FailureException.class, work::get);
  }

  private static UnaryOperator<KeyWish> named(String name) {
    return wish -> new KeyWish(name, wish.rights(), wish.expiresAt());
  }

  private static UnaryOperator<KeyWish> having(KeyRights rights) {
    return wish -> new KeyWish("x", rights, wish.expiresAt());
  }

  private static KeyRights with(KeyRights rights, Set<Scope> scopes) {
    return new KeyRights(
        EnumSet.copyOf(scopes), rights.models(), rights.addresses(), rights.perMinute());
  }

  private static IpRange range(String text) {
    return IpRange.parse(text).orElseThrow();
  }

  private Caller caller(String tenant, KeyRights rights) {
    if (identities.findMembership("user_ann", tenant).isEmpty()) {
      identities.add(new Membership("user_ann", tenant, Role.MEMBER, clock.instant()));
    }
    return new Caller(tenant, "user_ann", "key_1", "pro", true, false, rights, "key_1");
  }

  private static Caller caller(ApiKey key) {
    return new Caller(
        key.tenantId(), key.userId(), key.id(), "pro", true, false, key.rights(), key.family());
  }
}
