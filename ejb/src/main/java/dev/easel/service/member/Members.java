package dev.easel.service.member;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.Visitor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * The members of a tenant by the hand of its owners and admins. Admins do everything but make,
 * change or remove owners; a tenant always keeps an owner. Each public method is one transaction.
 */
@Stateless
public class Members {

  /** Members and open invitations of a tenant together. */
  public static final int MOST = 1000;

  @Inject MemberRepository members;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public List<Member> list(Visitor visitor) {
    return members.members(visitor.tenant().id());
  }

  /** Who is asked and has not answered, the oldest first. */
  public List<Invitation> invitations(Visitor visitor) {
    Instant now = clock.instant();
    return members.invitations(visitor.tenant().id()).stream()
        .filter(invitation -> !invitation.isOver(now))
        .toList();
  }

  /**
   * Asks somebody in; what that address was asked before does not count any more.
   *
   * @return what the link bears; it cannot be shown again
   * @throws FailureException {@code INVALID_REQUEST} if that is no address, {@code CONFLICT} if it
   *     is a member's or there are too many, {@code FORBIDDEN} if the role is not the visitor's to
   *     give
   */
  public BrowserToken invite(Visitor visitor, String email, Role role) {
    String address = User.address(email);
    judge(visitor, role);
    members.lockTenant(visitor.tenant().id());
    mustBeNew(visitor, address);
    BrowserToken token = BrowserToken.fresh();
    String by = visitor.user().id();
    Instant now = clock.instant();
    members.invite(new Invitation(token, visitor.tenant().id(), address, role, by, now));
    audit.note(visitor.caller(), Action.MEMBER_INVITED, address, "as " + word(role));
    return token;
  }

  /**
   * Takes an invitation back.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such invitation
   */
  public void withdraw(Visitor visitor, String id) {
    Invitation found =
        members.invitations(visitor.tenant().id()).stream()
            .filter(invitation -> invitation.id().equals(id))
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("invitation", id));
    judge(visitor, found.role());
    if (members.removeInvitation(id)) {
      audit.note(visitor.caller(), Action.INVITATION_WITHDRAWN, found.email(), "");
    }
  }

  /**
   * Gives a member another role.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such member, {@code FORBIDDEN}
   *     if that is an owner's to do, {@code CONFLICT} if no owner would be left
   */
  public void change(Visitor visitor, String membershipId, Role role) {
    members.lockTenant(visitor.tenant().id());
    Membership found = own(visitor, membershipId);
    judge(visitor, found.role());
    judge(visitor, role);
    if (role == Role.OWNER && isService(found)) {
      throw FailureException.invalid("role", "of a service account must not be owner");
    }
    if (found.role() == Role.OWNER && role != Role.OWNER) {
      mustNotBeTheLastOwner(visitor);
    }
    String was = word(found.role());
    found.become(role);
    audit.note(
        visitor.caller(), Action.ROLE_CHANGED, found.userId(), was + " became " + word(role));
  }

  /**
   * Puts a member out, or lets one leave: the member's keys in this tenant end, and sessions that
   * look at it.
   *
   * @throws FailureException as {@link #change}
   */
  public void remove(Visitor visitor, String membershipId) {
    members.lockTenant(visitor.tenant().id());
    Membership found = own(visitor, membershipId);
    if (!found.id().equals(visitor.membership().id())) {
      judge(visitor, found.role());
    }
    if (found.role() == Role.OWNER) {
      mustNotBeTheLastOwner(visitor);
    }
    int keys = members.revokeKeys(found.tenantId(), found.userId(), clock.instant());
    members.remove(found);
    audit.note(
        visitor.caller(), Action.MEMBER_REMOVED, found.userId(), keys + " keys revoked with it");
  }

  private boolean isService(Membership membership) {
    return identities.findUser(membership.userId()).filter(User::isService).isPresent();
  }

  private Membership own(Visitor visitor, String membershipId) {
    return members
        .find(membershipId)
        .filter(found -> found.tenantId().equals(visitor.tenant().id()))
        .orElseThrow(() -> FailureException.notFound("member", membershipId));
  }

  private void mustBeNew(Visitor visitor, String address) {
    mustHaveRoom(visitor);
    List<Member> there = members.members(visitor.tenant().id());
    if (there.stream().anyMatch(member -> member.user().email().equalsIgnoreCase(address))) {
      throw FailureException.of(FailureCode.CONFLICT, address + " is a member already");
    }
  }

  /**
   * @throws FailureException {@code CONFLICT} if the tenant has as many members as it may have
   */
  public void mustHaveRoom(Visitor visitor) {
    String tenantId = visitor.tenant().id();
    if (members.members(tenantId).size() + members.invitations(tenantId).size() >= MOST) {
      throw FailureException.of(
          FailureCode.CONFLICT, "An organisation has at most " + MOST + " members");
    }
  }

  private void mustNotBeTheLastOwner(Visitor visitor) {
    long owners =
        members.members(visitor.tenant().id()).stream()
            .filter(member -> member.membership().role() == Role.OWNER)
            .count();
    if (owners < 2) {
      throw FailureException.of(
          FailureCode.CONFLICT, "An organisation keeps an owner; make somebody else one first");
    }
  }

  /** Owners are the matter of owners, everybody else that of admins too. */
  static void judge(Visitor visitor, Role concerned) {
    boolean may =
        visitor.role() == Role.OWNER || visitor.role() == Role.ADMIN && concerned != Role.OWNER;
    if (!may) {
      throw FailureException.of(
          FailureCode.FORBIDDEN, "Your role in this organisation does not allow this");
    }
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
