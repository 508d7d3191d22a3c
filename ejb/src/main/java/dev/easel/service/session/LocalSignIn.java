package dev.easel.service.session;

import dev.easel.domain.identity.User;
import dev.easel.domain.sso.LocalMode;
import dev.easel.domain.sso.ProviderRepository;
import dev.easel.domain.sso.SignInSetting;
import dev.easel.domain.sso.SsoRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;

/**
 * Whether people sign in by password. {@code easel.sign-in.local} says so, read at each use;
 * without it, operators do. Of the setting, what is no word it knows closes the door: a slip of the
 * pen shall not open it.
 */
@ApplicationScoped
public class LocalSignIn {

  private static final String KEY = "easel.sign-in.local";

  @Inject Config config;
  @Inject ProviderRepository stored;
  @Inject AddressRules rules;
  @Inject SsoRepository sso;

  public LocalMode mode() {
    return configured().or(() -> stored.setting().map(SignInSetting::mode)).orElse(LocalMode.ON);
  }

  /** Whether the configuration says so, and operators cannot. */
  public boolean isConfigured() {
    return configured().isPresent();
  }

  /** Whether everybody with a password may sign in by it. */
  public boolean isOpen() {
    return mode() == LocalMode.ON;
  }

  /**
   * Whether a user may sign in by password, if there is one and it is right. Whose address belongs
   * to a provider, and who is linked there, signs in there; before that the password is needed to
   * link.
   */
  public boolean admits(User user) {
    return user.administrator() || isOpen() && !belongsElsewhere(user);
  }

  private boolean belongsElsewhere(User user) {
    return rules.issuerOf(user.email()).filter(issuer -> isLinked(user, issuer)).isPresent();
  }

  private boolean isLinked(User user, String issuer) {
    return sso.linksOf(user.id()).stream()
        .anyMatch(link -> link.identity().issuer().equals(issuer));
  }

  private Optional<LocalMode> configured() {
    return config
        .getOptionalValue(KEY, String.class)
        .filter(value -> !value.isBlank())
        .map(value -> LocalMode.parse(value.strip()).orElse(LocalMode.BREAK_GLASS));
  }
}
