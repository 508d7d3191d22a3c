package dev.easel.domain.sso;

import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureException;
import java.util.List;
import java.util.Optional;

/** Identity providers that operators entered, and what the groups of providers give. */
public interface ProviderRepository {

  /** The oldest first. */
  List<IdentityProvider> all();

  Optional<IdentityProvider> find(String slug);

  /**
   * @throws FailureException {@code CONFLICT} if the slug or the issuer is another's
   */
  void add(IdentityProvider provider);

  void remove(IdentityProvider provider);

  /**
   * Writes what was changed.
   *
   * @throws FailureException {@code CONFLICT} if somebody else changed it, or has the issuer
   */
  void flush();

  /** Of a provider, the oldest first. */
  List<ProviderRule> rules(String slug);

  void add(ProviderRule rule);

  void remove(ProviderRule rule);

  /** Memberships that the groups of a provider give. */
  List<Membership> keptBy(String slug);

  /** Users who run the server by the groups of a provider. */
  List<User> operatorsBy(String slug);

  /** Empty if nobody decided. */
  Optional<SignInSetting> setting();

  /** In the place of what was decided before. */
  void put(SignInSetting setting);

  /** Whether somebody who runs the server has a password. */
  boolean canBreakGlass();

  /** Ends the sessions that were begun at a provider, and says how many. */
  int endSessions(String slug);
}
