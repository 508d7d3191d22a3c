package dev.easel.service.member;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.LocalSignIn;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Answers to invitations. Each public method is one transaction. */
@Stateless
public class Joining {

  @Inject MemberRepository members;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject LocalSignIn local;
  @Inject Clock clock;

  /**
   * What a link invites to.
   *
   * @param known whether the address has an account already, which then has to sign in
   */
  public record Offer(Tenant tenant, String email, String role, boolean known) {}

  /** Empty if the link is wrong, was used, or is over. */
  public Optional<Offer> offer(BrowserToken token) {
    return open(token)
        .flatMap(found -> identities.findTenant(found.tenantId()).map(t -> offer(found, t)));
  }

  /**
   * Joins with a new account.
   *
   * @param passwordHash of the password chosen
   * @throws FailureException {@code NOT_FOUND} if the link does not work any more, {@code CONFLICT}
   *     if the address has an account, {@code FORBIDDEN} if passwords are for who runs the server
   */
  public User join(BrowserToken token, String passwordHash, String address) {
    if (!local.isOpen()) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "New accounts come through an identity provider on this server");
    }
    Invitation invitation = take(token);
    String email = invitation.email();
    User made =
        new User(
            Ids.random("user"), invitation.tenantId(), email, passwordHash, false, clock.instant());
    identities.add(made);
    enter(invitation, made, address);
    return made;
  }

  /**
   * Joins with the account that is signed in.
   *
   * @throws FailureException {@code NOT_FOUND} if the link does not work any more, {@code
   *     FORBIDDEN} if it is for another address, {@code CONFLICT} if the user is a member already
   */
  public void join(BrowserToken token, User user, String address) {
    Invitation invitation = take(token);
    if (!invitation.email().equalsIgnoreCase(user.email())) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "This invitation is for another address than you signed in with");
    }
    enter(invitation, user, address);
  }

  private void enter(Invitation invitation, User user, String address) {
    identities.add(
        new Membership(user.id(), invitation.tenantId(), invitation.role(), clock.instant()));
    Actor actor =
        new Actor(
            Optional.of(invitation.tenantId()),
            Optional.of(user.id()),
            Optional.empty(),
            user.email(),
            address);
    audit.note(actor, Action.MEMBER_JOINED, user.id(), "as " + word(invitation));
  }

  private Invitation take(BrowserToken token) {
    return open(token)
        .filter(found -> members.removeInvitation(found.id()))
        .orElseThrow(() -> FailureException.notFound("invitation", "of this link"));
  }

  private Optional<Invitation> open(BrowserToken token) {
    return members.findInvitation(token).filter(found -> !found.isOver(clock.instant()));
  }

  private Offer offer(Invitation invitation, Tenant tenant) {
    boolean known = identities.findUserByEmail(invitation.email()).isPresent();
    return new Offer(tenant, invitation.email(), word(invitation), known);
  }

  private static String word(Invitation invitation) {
    return invitation.role().name().toLowerCase(Locale.ROOT);
  }
}
