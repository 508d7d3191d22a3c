package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.IdentityLink;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.Visitor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What linking and unlinking write. Each public method is one transaction. */
@Stateless
public class LinkSteps {

  @Inject SsoRepository sso;
  @Inject SignInProviders providers;
  @Inject SessionRepository sessions;
  @Inject IdentityRepository identities;
  @Inject Granting granting;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * Links who came back to the account that asked for it. Its groups count from the next sign-in
   * on.
   *
   * @param userId of that account
   * @throws FailureException {@code FORBIDDEN} if the browser is not signed in as that user any
   *     more, {@code CONFLICT} if the identity is another account's
   */
  public void link(
      ProviderTerms terms, ExternalSignIn signIn, String userId, ExternalSignIns.Journey journey) {
    User user =
        sessions
            .find(journey.token())
            .filter(session -> !session.isOver(clock.instant()))
            .filter(session -> session.userId().equals(userId))
            .flatMap(session -> identities.findUser(userId))
            .orElseThrow(LinkSteps::gone);
    Optional<IdentityLink> known = sso.find(signIn.identity());
    if (known.filter(link -> !link.userId().equals(userId)).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "This identity is another account's")
          .with("reason", "linked_elsewhere");
    }
    if (known.isEmpty()) {
      IdentityLink made = new IdentityLink(signIn.identity(), userId, clock.instant());
      sso.add(made);
      Actor actor = Actor.of(user, journey.device().address());
      audit.note(actor, Action.IDENTITY_LINKED, made.id(), "of " + terms.name());
    }
  }

  /** Judged by {@link LinkDesk#unlink}. */
  public void unlink(Visitor visitor, String id) {
    User user = identities.findUser(visitor.user().id()).orElseThrow();
    List<IdentityLink> links = sso.linksOf(user.id());
    IdentityLink link =
        links.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("identity", id));
    if (links.size() == 1 && !user.hasPassword()) {
      throw FailureException.of(FailureCode.CONFLICT, "This is the only way into the account");
    }
    sso.remove(link);
    String issuer = link.identity().issuer();
    sso.end(new LogoutNotice(issuer, Optional.of(link.identity().subject()), Optional.empty()));
    Optional<ProviderTerms> terms = providers.known(issuer);
    Grants nothing = new Grants(Map.of(), false);
    terms.ifPresent(found -> granting.apply(found, user, nothing, visitor.caller().address()));
    String name = terms.map(ProviderTerms::name).orElse(issuer);
    audit.note(visitor.caller(), Action.IDENTITY_UNLINKED, id, "of " + name);
  }

  private static FailureException gone() {
    return FailureException.of(
        FailureCode.FORBIDDEN, "This browser is not signed in as who asked any more");
  }
}
