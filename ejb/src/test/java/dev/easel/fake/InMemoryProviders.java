package dev.easel.fake;

import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalSession;
import dev.easel.domain.sso.IdentityProvider;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.ProviderRule;
import dev.easel.domain.sso.SignInSetting;
import java.util.List;
import java.util.Optional;

/** Identity providers without a database. */
public final class InMemoryProviders implements ProviderRepository {

  private final InMemoryDatabase database;
  private final InMemorySessions sessions;

  public InMemoryProviders(InMemoryDatabase database, InMemorySessions sessions) {
    this.database = database;
    this.sessions = sessions;
  }

  @Override
  public List<IdentityProvider> all() {
    return database.all(IdentityProvider.class).toList();
  }

  @Override
  public Optional<IdentityProvider> find(String slug) {
    return database.find(IdentityProvider.class, slug);
  }

  @Override
  public void add(IdentityProvider provider) {
    boolean taken =
        all().stream()
            .anyMatch(
                other ->
                    other.slug().equals(provider.slug())
                        || other.entry().issuer().equals(provider.entry().issuer()));
    if (taken) {
      throw FailureException.of(FailureCode.CONFLICT, "taken");
    }
    database.add(provider);
  }

  @Override
  public void remove(IdentityProvider provider) {
    database.remove(provider);
  }

  @Override
  public void flush() {}

  @Override
  public List<ProviderRule> rules(String slug) {
    return database.all(ProviderRule.class).filter(rule -> rule.provider().equals(slug)).toList();
  }

  @Override
  public void add(ProviderRule rule) {
    database.add(rule);
  }

  @Override
  public void remove(ProviderRule rule) {
    database.remove(rule);
  }

  @Override
  public List<Membership> keptBy(String slug) {
    return database
        .all(Membership.class)
        .filter(kept -> kept.keeper().filter(slug::equals).isPresent())
        .toList();
  }

  @Override
  public List<User> operatorsBy(String slug) {
    return database.all(User.class).filter(user -> user.runsServerBy(slug)).toList();
  }

  @Override
  public Optional<SignInSetting> setting() {
    return database.find(SignInSetting.class, SignInSetting.ID);
  }

  @Override
  public void put(SignInSetting setting) {
    setting().ifPresent(database::remove);
    database.add(setting);
  }

  @Override
  public boolean canBreakGlass() {
    return database.all(User.class).anyMatch(user -> user.administrator() && user.hasPassword());
  }

  @Override
  public int endSessions(String slug) {
    List<ExternalSession> ended =
        database
            .all(ExternalSession.class)
            .filter(session -> session.provider().equals(slug))
            .toList();
    ended.forEach(database::remove);
    ended.forEach(one -> sessions.end(one.sessionId()));
    return ended.size();
  }
}
