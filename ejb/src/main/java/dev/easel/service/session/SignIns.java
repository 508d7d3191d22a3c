package dev.easel.service.session;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.limit.SignInLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/**
 * Signs people in by address and password. No transaction spans it: a hash takes a good part of a
 * second, for which no connection is held.
 */
@ApplicationScoped
public class SignIns {

  @Inject IdentityRepository identities;
  @Inject PasswordHasher passwords;
  @Inject Sessions sessions;
  @Inject SignInLimits limits;

  /** Compared with where there is no such user, so that time does not tell who there is. */
  private volatile String decoy;

  /**
   * @return what the browser is known by from now on
   * @throws FailureException {@code UNAUTHENTICATED} if address or password is wrong (which of them
   *     is not told), {@code RATE_LIMITED} after too many tries
   */
  public BrowserToken signIn(String email, String password, Device device) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    limits.take(address, device.address());
    Optional<User> user =
        identities.findUserByEmail(email.strip()).or(() -> identities.findUserByEmail(address));
    String stored = user.map(User::passwordHash).orElseGet(this::decoy);
    if (!passwords.matches(password, stored) || user.isEmpty()) {
      sessions.refused(user.map(User::id), device.address());
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "E-mail or password is wrong");
    }
    limits.giveBack(address, device.address());
    return sessions.open(user.get(), device);
  }

  private String decoy() {
    if (decoy == null) {
      decoy = passwords.hash(BrowserToken.fresh().value());
    }
    return decoy;
  }
}
