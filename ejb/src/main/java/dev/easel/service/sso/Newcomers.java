package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.Device;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.service.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes accounts of people who come from a provider for the first time. */
@ApplicationScoped
public class Newcomers {

  private static final int LONGEST_NAME = 100;

  @Inject IdentityRepository identities;
  @Inject SsoRepository sso;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Admits whom the groups give something. An address never takes an account over: who has one
   * links it, signed in by password.
   *
   * @throws FailureException {@code FORBIDDEN} if the groups give no organisation or no address is
   *     told, {@code CONFLICT} if the address is an account's
   */
  public User admit(ProviderTerms terms, ExternalSignIn signIn, Grants grants, Device device) {
    String tenantId =
        grants.roles().keySet().stream()
            .findFirst()
            .orElseThrow(() -> refused("no_organisation", "No group of yours gives access here"));
    String email =
        signIn
            .email()
            .map(User::address)
            .orElseThrow(() -> refused("no_address", "The provider tells no verified address"));
    User made = User.external(Ids.random("user"), tenantId, email, clock.instant());
    signIn.name().map(name -> StoredText.fitting(name, LONGEST_NAME)).ifPresent(made::call);
    identities.add(made);
    sso.add(new IdentityLink(signIn.identity(), made.id(), clock.instant()));
    Actor actor = Actor.of(made, device.address());
    audit.note(actor, Action.IDENTITY_LINKED, made.id(), "new account, through " + terms.name());
    return made;
  }

  private static FailureException refused(String reason, String words) {
    return FailureException.of(FailureCode.FORBIDDEN, words).with("reason", reason);
  }
}
