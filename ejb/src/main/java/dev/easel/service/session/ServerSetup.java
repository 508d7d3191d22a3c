package dev.easel.service.session;

import dev.easel.domain.identity.FirstRunNotice;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.SetupSeal;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.FirstRun;
import dev.easel.service.limit.SignInLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives a server without an owner its first one, by the token only its operator can read. */
@ApplicationScoped
public class ServerSetup {

  private static final int LONGEST_NAME = 120;
  private static final String ACCOUNT = "setup";

  @Inject IdentityRepository identities;
  @Inject FirstRun first;
  @Inject FirstRunNotice notice;
  @Inject SetupSeal seal;
  @Inject PasswordDesk passwords;
  @Inject Sessions sessions;
  @Inject SignInLimits limits;

  private volatile boolean done;

  /** Who shall own the server; texts as typed. */
  public record Wish(String organisation, String email, String password) {

    @Override
    public String toString() {
      return "Wish[" + email + "]";
    }
  }

  /** Whether nobody owns this server yet. Asked often, so what is done is remembered. */
  public boolean isDue() {
    if (!done) {
      done = identities.hasAnyUser();
    }
    return !done;
  }

  /** Whether the operator finds the first password on this server, as long as nobody removes it. */
  public boolean keepsFirstPassword() {
    return notice.isKept();
  }

  /**
   * Makes the owner and signs the browser in.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if the token is wrong, {@code RATE_LIMITED}
   *     after too many of them, {@code INVALID_REQUEST} if the wish will not do, {@code CONFLICT}
   *     if somebody was faster
   */
  public BrowserToken complete(String token, Wish wish, Device device) {
    limits.take(ACCOUNT, device.address());
    if (!seal.matches(token.strip())) {
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "The set-up token is wrong");
    }
    limits.giveBack(ACCOUNT, device.address());
    String name = wish.organisation().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw FailureException.invalid(
          "organisation", "must have 1 to " + LONGEST_NAME + " characters");
    }
    String email = User.address(wish.email());
    String hash = passwords.hash(email, wish.password());
    return sessions.open(first.createOwner(name, email, hash, device.address()), device);
  }
}
