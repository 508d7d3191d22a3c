package dev.easel.domain.session;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Authenticators, recovery codes and sign-ins that await a code, as they are stored. */
public interface FactorRepository {

  Optional<SecondFactor> find(String userId);

  /** Replaces the authenticator the user had. */
  void put(SecondFactor factor);

  /**
   * Notes that a code of that step was accepted.
   *
   * @return false if one of that step or a later one was before
   */
  boolean advance(String userId, long step);

  /** Takes authenticator, recovery codes and sign-ins that await a code away. */
  void remove(String userId);

  /** Those of the users whose authenticator is on. */
  Set<String> on(Collection<String> userIds);

  /** Replaces the recovery codes the user had. */
  void putCodes(String userId, List<RecoveryCode> codes);

  int countCodes(String userId);

  /**
   * Uses a recovery code up.
   *
   * @return false if the user has no such code, or not any more
   */
  boolean takeCode(String userId, String codeHash);

  void add(HalfSignIn half);

  Optional<HalfSignIn> findHalf(BrowserToken token);

  /**
   * Takes one away.
   *
   * @return false if somebody was faster
   */
  boolean takeHalf(BrowserToken token);

  /** Takes a user's away, whose password is another now. */
  void removeHalves(String userId);

  /** Takes away what was over before then. */
  void removeOver(Instant before);
}
