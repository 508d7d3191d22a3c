package dev.easel.service.session;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeySecret;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.limit.SignInLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Judges and hashes new passwords, outside of transactions since that takes a while. */
@ApplicationScoped
public class PasswordDesk {

  /** UTF-16 units. */
  public static final int SHORTEST = 10;

  private static final int LONGEST = 200;
  private static final int MADE = 20;

  @Inject PasswordHasher hasher;
  @Inject Passwords passwords;
  @Inject SignInLimits limits;
  @Inject LocalSignIn local;
  @Inject IdentityRepository identities;

  /**
   * Changes the visitor's own password and ends the visitor's other sessions.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if the present one is wrong, {@code
   *     INVALID_REQUEST} if the new one will not do, {@code RATE_LIMITED} after too many tries
   */
  public void change(Visitor visitor, String present, String wanted) {
    User user = visitor.user();
    String address = visitor.caller().address();
    limits.take(user.email(), address);
    if (!user.hasPassword() || !hasher.matches(present, user.passwordHash())) {
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "The present password is wrong");
    }
    limits.giveBack(user.email(), address);
    passwords.change(visitor, hash(user.email(), wanted));
  }

  /**
   * Gives a user another password, which the user is told by other means and changes.
   *
   * @return the password; it cannot be shown again
   * @throws FailureException {@code FORBIDDEN} if the visitor does not run this server, {@code
   *     NOT_FOUND} if there is no such user, {@code CONFLICT} if the user could not use it
   */
  public String reset(Visitor visitor, String userId) {
    if (!visitor.caller().runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Only who runs this server resets passwords");
    }
    if (identities.findUser(userId).filter(User::isService).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "A service account has no password");
    }
    if (identities.findUser(userId).filter(user -> !local.admits(user)).isPresent()) {
      throw FailureException.of(
          FailureCode.CONFLICT, "Passwords are for who runs this server only");
    }
    String made = KeySecret.random().secret().substring(0, MADE);
    passwords.reset(visitor, userId, hasher.hash(made));
    return made;
  }

  /**
   * The hash of a password for that address.
   *
   * @throws FailureException {@code INVALID_REQUEST} if it is too short, too long or the address
   */
  public String hash(String email, String wanted) {
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      throw FailureException.invalid(
          "password", "must have " + SHORTEST + " to " + LONGEST + " characters");
    }
    if (wanted.equalsIgnoreCase(email)) {
      throw FailureException.invalid("password", "must not be the address");
    }
    return hasher.hash(wanted);
  }
}
