package dev.easel.service.identity;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Judges API keys. A good key is remembered for a few seconds, which bounds how long a revoked one
 * still works, on every server.
 */
@ApplicationScoped
public class Authentication {

  private static final Duration MEMORY = Duration.ofSeconds(4);

  @Inject IdentityService identities;
  @Inject KeyUses uses;
  @Inject Clock clock;

  private final Remembered<KeySecret, Caller> known =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /**
   * @throws FailureException {@code UNAUTHENTICATED} if the key is malformed, unknown, expired or
   *     revoked; which of these is not told
   */
  public Caller authenticate(String text) {
    Caller caller =
        KeySecret.parse(text).flatMap(this::caller).orElseThrow(Authentication::refused);
    uses.note(caller.keyId());
    return caller;
  }

  /**
   * Judges a caller again who was known earlier, by a look at the database.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if the key has ended meanwhile
   */
  public Caller confirm(Caller caller) {
    if (!identities.isUsable(caller)) {
      throw refused();
    }
    return caller;
  }

  /** Lets a change of a key count on this server at once. */
  public void forget(String keyId) {
    known.forgetIf(key -> key.id().equals(keyId));
  }

  private Optional<Caller> caller(KeySecret key) {
    Optional<Caller> remembered = known.get(key);
    if (remembered.isPresent()) {
      return remembered;
    }
    Optional<Caller> found = identities.identify(key);
    found.ifPresent(caller -> known.put(key, caller));
    return found;
  }

  private static FailureException refused() {
    return FailureException.of(FailureCode.UNAUTHENTICATED, "The API key is not valid");
  }
}
