package dev.easel.service.session;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.session.FactorRepository;
import dev.easel.domain.session.HalfSignIn;
import dev.easel.domain.session.RecoveryCode;
import dev.easel.domain.session.SecondFactor;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.SecretBox;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Authenticators of users: each code of one is taken once. Each public method is one transaction;
 * tries are counted by {@link FactorDesk} and {@link SignIns}.
 */
@Stateless
public class SecondFactors {

  /** Recovery codes made at a time. */
  public static final int CODES = 10;

  @Inject FactorRepository factors;
  @Inject SessionRepository sessions;
  @Inject SecretBox box;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** The user's, also if it is not on yet. */
  public Optional<SecondFactor> find(String userId) {
    return factors.find(userId);
  }

  /** Whether signing in takes a code too. */
  public boolean isOn(String userId) {
    return factors.find(userId).filter(SecondFactor::isOn).isPresent();
  }

  /** Those of the users who have one that is on. */
  public Set<String> on(Collection<String> userIds) {
    return factors.on(userIds);
  }

  public int codesLeft(String userId) {
    return factors.countCodes(userId);
  }

  /**
   * Makes a secret for an authenticator that is not on yet.
   *
   * @throws FailureException {@code CONFLICT} if one is on
   */
  public void begin(Visitor visitor) {
    String userId = visitor.user().id();
    if (isOn(userId)) {
      throw FailureException.of(FailureCode.CONFLICT, "The second factor is on already");
    }
    String secret = Base32.encode(OneTimeCodes.freshSecret());
    factors.put(new SecondFactor(userId, box.seal(secret, owner(userId)), clock.instant()));
  }

  /** What the authenticator has to be told, in base32; empty if none is about to be set up. */
  public Optional<String> secretToShow(Visitor visitor) {
    return factors.find(visitor.user().id()).filter(found -> !found.isOn()).map(this::secret);
  }

  /**
   * Turns it on by its first code, and ends the user's other sessions, which came about without.
   *
   * @return recovery codes; they cannot be shown again. Empty if the code is wrong
   */
  public List<String> confirm(Visitor visitor, String code) {
    String userId = visitor.user().id();
    Optional<SecondFactor> pending = factors.find(userId).filter(found -> !found.isOn());
    if (pending.filter(found -> accepts(found, code)).isEmpty()) {
      return List.of();
    }
    factors.find(userId).ifPresent(found -> found.confirm(clock.instant()));
    sessions.endAll(userId, Optional.of(visitor.session().id()));
    audit.note(visitor.caller(), Action.FACTOR_ON, userId, "");
    return newCodes(userId);
  }

  /**
   * Turns it off by one of its codes or a recovery code.
   *
   * @return false if the code is wrong
   */
  public boolean turnOff(Visitor visitor, String code) {
    String userId = visitor.user().id();
    if (!shows(userId, code) && !recovers(userId, code)) {
      return false;
    }
    factors.remove(userId);
    audit.note(visitor.caller(), Action.FACTOR_OFF, userId, "");
    return true;
  }

  /**
   * Makes new recovery codes by a code of the authenticator; those of before are void.
   *
   * @return they cannot be shown again. Empty if the code is wrong
   */
  public List<String> renewCodes(Visitor visitor, String code) {
    String userId = visitor.user().id();
    if (!shows(userId, code)) {
      return List.of();
    }
    audit.note(visitor.caller(), Action.RECOVERY_CODES_RENEWED, userId, "");
    return newCodes(userId);
  }

  /**
   * Takes somebody's away by an administrator's hand; the user signs in by password alone again.
   *
   * @throws FailureException {@code FORBIDDEN} if the visitor does not run this server
   */
  public void reset(Visitor administrator, String userId) {
    if (!administrator.caller().runsServer()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Only who runs this server resets second factors");
    }
    factors.remove(userId);
    sessions.endAll(userId, Optional.empty());
    audit.note(administrator.caller(), Action.FACTOR_RESET, userId, "");
  }

  /** A browser whose password was right, from now on known by this token; the code is awaited. */
  public BrowserToken await(User user) {
    BrowserToken token = BrowserToken.fresh();
    factors.add(new HalfSignIn(token, user.id(), clock.instant()));
    return token;
  }

  /** The user whose code is awaited from this browser. */
  public Optional<String> awaited(BrowserToken token) {
    return factors
        .findHalf(token)
        .filter(half -> !half.isOver(clock.instant()))
        .map(HalfSignIn::userId);
  }

  /**
   * Judges the code awaited from a browser, and ends the waiting if it is right.
   *
   * @return whether it is right
   */
  public boolean complete(BrowserToken token, User user, String code, String address) {
    Actor actor = Actor.of(user, address);
    boolean byAuthenticator = shows(user.id(), code);
    if (!byAuthenticator && !recovers(user.id(), code) || !factors.takeHalf(token)) {
      audit.note(actor, Action.CODE_REFUSED, "", "");
      return false;
    }
    if (!byAuthenticator) {
      audit.note(actor, Action.RECOVERY_CODE_USED, "", codesLeft(user.id()) + " left");
    }
    return true;
  }

  /** Whether a code is one of the user's authenticator, or a recovery code, which is used up. */
  public boolean accepts(String userId, String code) {
    return shows(userId, code) || recovers(userId, code);
  }

  private boolean shows(String userId, String code) {
    return factors
        .find(userId)
        .filter(SecondFactor::isOn)
        .filter(factor -> accepts(factor, code))
        .isPresent();
  }

  private boolean recovers(String userId, String code) {
    return factors.takeCode(userId, RecoveryCode.hash(userId, code));
  }

  private boolean accepts(SecondFactor factor, String code) {
    byte[] secret = Base32.decode(secret(factor));
    OptionalLong step = OneTimeCodes.match(secret, code, clock.instant(), factor.lastStep());
    return step.isPresent() && factors.advance(factor.userId(), step.getAsLong());
  }

  private List<String> newCodes(String userId) {
    List<String> codes = Stream.generate(RecoveryCode::fresh).limit(CODES).toList();
    factors.putCodes(userId, codes.stream().map(c -> new RecoveryCode(userId, c)).toList());
    return codes;
  }

  private String secret(SecondFactor factor) {
    return box.open(factor.secret(), owner(factor.userId()));
  }

  private static String owner(String userId) {
    return "second-factor/" + userId;
  }
}
