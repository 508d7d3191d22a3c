package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
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
import dev.easel.service.member.Joining;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Makes accounts of people who come from a provider for the first time. */
@ApplicationScoped
public class Newcomers {

  /** How the page of an invitation begins; its token follows. */
  private static final String JOIN = "join/";

  private static final int LONGEST_NAME = 100;

  @Inject IdentityRepository identities;
  @Inject SsoRepository sso;
  @Inject AuditTrail audit;
  @Inject Joining joining;
  @Inject Clock clock;

  /**
   * Admits whom the groups give something, or who was asked to join. An address never takes an
   * account over: who has one links it, signed in by password.
   *
   * @throws FailureException {@code FORBIDDEN} if the groups give no organisation or no address is
   *     told, {@code CONFLICT} if the address is an account's
   */
  public User admit(
      ProviderTerms terms,
      ExternalSignIn signIn,
      Grants grants,
      Optional<String> next,
      Device device) {
    Optional<String> byGroup = grants.roles().keySet().stream().findFirst();
    Optional<BrowserToken> invited =
        byGroup.isPresent() ? Optional.empty() : invitation(signIn, next);
    String tenantId =
        byGroup
            .or(() -> invited.flatMap(joining::offer).map(offer -> offer.tenant().id()))
            .orElseThrow(() -> refused("no_organisation", "No group of yours gives access here"));
    User made = made(terms, signIn, tenantId, device);
    invited.ifPresent(token -> joining.join(token, made, device.address()));
    return made;
  }

  /** Whether a page is that of an invitation that is no more. */
  boolean isOver(String page) {
    return page.startsWith(JOIN)
        && BrowserToken.parse(page.substring(JOIN.length())).flatMap(joining::offer).isEmpty();
  }

  /** One that is for the very address the provider verified. */
  private Optional<BrowserToken> invitation(ExternalSignIn signIn, Optional<String> next) {
    return next.filter(page -> page.startsWith(JOIN))
        .map(page -> page.substring(JOIN.length()))
        .flatMap(BrowserToken::parse)
        .filter(
            token ->
                joining
                    .offer(token)
                    .filter(
                        offer -> signIn.email().filter(offer.email()::equalsIgnoreCase).isPresent())
                    .isPresent());
  }

  private User made(ProviderTerms terms, ExternalSignIn signIn, String tenantId, Device device) {
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
