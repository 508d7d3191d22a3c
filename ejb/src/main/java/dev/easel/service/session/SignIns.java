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
  @Inject SecondFactors factors;
  @Inject SignInLimits limits;
  @Inject LocalSignIn local;

  /** Compared with where there is no such user, so that time does not tell who there is. */
  private volatile String decoy;

  /**
   * What a right password leads to.
   *
   * @param token what the browser is known by from now on
   * @param codeDue whether it is signed in only after {@link #finish}
   */
  public record Entry(BrowserToken token, boolean codeDue) {}

  /**
   * Signs in, or asks for a code too.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if address or password is wrong, or the user
   *     has to sign in elsewhere (which of them is not told), {@code RATE_LIMITED} after too many
   *     tries
   */
  public Entry signIn(String email, String password, Device device) {
    String address = email.strip().toLowerCase(Locale.ROOT);
    limits.take(address, device.address());
    Optional<User> user =
        identities.findUserByEmail(email.strip()).or(() -> identities.findUserByEmail(address));
    Optional<String> stored = user.filter(User::hasPassword).map(User::passwordHash);
    boolean right = passwords.matches(password, stored.orElseGet(this::decoy));
    if (!right || stored.isEmpty() || !local.admits(user.get())) {
      sessions.refused(user.map(User::id), device.address());
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "E-mail or password is wrong");
    }
    limits.giveBack(address, device.address());
    if (factors.isOn(user.get().id())) {
      return new Entry(factors.await(user.get()), true);
    }
    return new Entry(sessions.open(user.get(), device), false);
  }

  /** Whether the password was right in this browser, and the code is awaited. */
  public boolean awaitsCode(BrowserToken token) {
    return factors.awaited(token).isPresent();
  }

  /**
   * Goes on with the code that is awaited.
   *
   * @param code of the authenticator, or a recovery code
   * @return what the browser is known by from now on
   * @throws FailureException {@code NOT_FOUND} if none is awaited, {@code UNAUTHENTICATED} if it is
   *     wrong or was used, {@code RATE_LIMITED} after too many tries
   */
  public BrowserToken finish(BrowserToken token, String code, Device device) {
    User user =
        factors
            .awaited(token)
            .flatMap(identities::findUser)
            .filter(local::admits)
            .orElseThrow(() -> FailureException.notFound("sign-in", "of this browser"));
    limits.takeCode(user.id(), device.address());
    if (!factors.complete(token, user, code, device.address())) {
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "The code is wrong or was used");
    }
    limits.giveCodeBack(user.id(), device.address());
    return sessions.open(user, device);
  }

  private String decoy() {
    if (decoy == null) {
      decoy = passwords.hash(BrowserToken.fresh().value());
    }
    return decoy;
  }
}
