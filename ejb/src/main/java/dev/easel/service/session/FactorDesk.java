package dev.easel.service.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.limit.SignInLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Turns second factors on and off, and counts the tries. No transaction spans it. */
@ApplicationScoped
public class FactorDesk {

  private static final String ISSUER = "Easel";

  @Inject SecondFactors factors;
  @Inject PasswordHasher passwords;
  @Inject SignInLimits limits;

  /**
   * What an authenticator has to be told.
   *
   * @param secret in base32, to be typed
   * @param address the same as an {@code otpauth} URI, to be scanned
   */
  public record Enrolment(String secret, String address) {

    @Override
    public String toString() {
      return "Enrolment"; // it is a credential
    }
  }

  /** Empty if none is about to be set up. */
  public Optional<Enrolment> enrolment(Visitor visitor) {
    return factors.secretToShow(visitor).map(secret -> enrolment(visitor.user(), secret));
  }

  /**
   * Turns on what was begun.
   *
   * @return recovery codes; they cannot be shown again
   * @throws FailureException {@code UNAUTHENTICATED} if the code is wrong, {@code RATE_LIMITED}
   *     after too many tries
   */
  public List<String> confirm(Visitor visitor, String code) {
    return codes(visitor, () -> factors.confirm(visitor, code));
  }

  /**
   * Makes new recovery codes in place of those of before.
   *
   * @param code of the authenticator
   * @throws FailureException as {@link #confirm}
   */
  public List<String> renewCodes(Visitor visitor, String code) {
    return codes(visitor, () -> factors.renewCodes(visitor, code));
  }

  /**
   * Turns it off.
   *
   * @throws FailureException {@code UNAUTHENTICATED} if password or code is wrong, {@code
   *     RATE_LIMITED} after too many tries
   */
  public void turnOff(Visitor visitor, String password, String code) {
    count(visitor);
    if (!passwords.matches(password, visitor.user().passwordHash())
        || !factors.turnOff(visitor, code)) {
      throw wrong();
    }
    giveBack(visitor);
  }

  private List<String> codes(Visitor visitor, Supplier<List<String>> made) {
    count(visitor);
    List<String> codes = made.get();
    if (codes.isEmpty()) {
      throw wrong();
    }
    giveBack(visitor);
    return codes;
  }

  private void count(Visitor visitor) {
    limits.takeCode(visitor.user().id(), visitor.caller().address());
  }

  private void giveBack(Visitor visitor) {
    limits.giveCodeBack(visitor.user().id(), visitor.caller().address());
  }

  private static Enrolment enrolment(User user, String secret) {
    String label = encoded(ISSUER) + ":" + encoded(user.email());
    String rest = "&issuer=" + encoded(ISSUER) + "&algorithm=SHA1&digits=6&period=30";
    return new Enrolment(secret, "otpauth://totp/" + label + "?secret=" + secret + rest);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }

  private static FailureException wrong() {
    return FailureException.of(FailureCode.UNAUTHENTICATED, "Password or code is wrong");
  }
}
