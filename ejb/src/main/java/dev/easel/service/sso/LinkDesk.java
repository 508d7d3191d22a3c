package dev.easel.service.sso;

import dev.easel.domain.identity.PasswordHasher;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.service.limit.SignInLimits;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;

/**
 * Identities of one's own account: linked by who shows the password once more, and unlinked. An
 * open browser alone opens no further way in.
 */
@ApplicationScoped
public class LinkDesk {

  @Inject SignInProviders providers;
  @Inject ExternalSignIns signIns;
  @Inject SsoRepository sso;
  @Inject PasswordHasher passwords;
  @Inject SecondFactors factors;
  @Inject SignInLimits limits;
  @Inject LinkSteps steps;

  /**
   * An identity with the name of its provider.
   *
   * @param provider its name; its issuer if it is not known here any more
   */
  public record Linked(IdentityLink link, String provider) {}

  /**
   * What shows that it is the owner who asks.
   *
   * @param code of the authenticator, or a recovery code; empty without second factor
   */
  public record Proof(String password, String code) {

    @Override
    public String toString() {
      return "Proof"; // it is a credential
    }
  }

  /** The oldest first. */
  public List<Linked> list(Visitor visitor) {
    return sso.linksOf(visitor.user().id()).stream()
        .map(link -> new Linked(link, name(link.identity().issuer())))
        .toList();
  }

  private String name(String issuer) {
    return providers.known(issuer).map(ProviderTerms::name).orElse(issuer);
  }

  /**
   * Begins to link an identity to the visitor's account.
   *
   * @return the provider's page
   * @throws FailureException {@code UNAUTHENTICATED} if password or code is wrong, {@code CONFLICT}
   *     if the account has no password, {@code NOT_FOUND} if there is no such provider, {@code
   *     MAINTENANCE} if it cannot be reached, {@code RATE_LIMITED} after too many tries
   */
  public URI begin(Visitor visitor, String provider, Proof proof, ExternalSignIns.Journey journey) {
    User user = visitor.user();
    if (!user.hasPassword()) {
      throw FailureException.of(FailureCode.CONFLICT, "This account has no password to show");
    }
    String address = visitor.caller().address();
    limits.takeCode(user.id(), address);
    if (!passwords.matches(proof.password(), user.passwordHash()) || !shows(user, proof.code())) {
      throw FailureException.of(FailureCode.UNAUTHENTICATED, "Password or code is wrong");
    }
    limits.giveCodeBack(user.id(), address);
    return signIns.departToLink(provider, journey, user.id());
  }

  private boolean shows(User user, String code) {
    return !factors.isOn(user.id()) || factors.accepts(user.id(), code);
  }

  /**
   * Takes an identity off the visitor's account, with what its groups gave, and ends the sessions
   * begun by it.
   *
   * @throws FailureException {@code NOT_FOUND} if the account has no such identity, {@code
   *     CONFLICT} if it is the only way into the account
   */
  public void unlink(Visitor visitor, String id) {
    steps.unlink(visitor, id);
  }
}
