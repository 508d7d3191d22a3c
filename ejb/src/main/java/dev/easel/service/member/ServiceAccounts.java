package dev.easel.service.member;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.Visitor;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/**
 * Members of a tenant without a person. They own the keys of programs, which so outlive whoever
 * made them; nobody signs in as one. Roles and removal are as for other members. Each public method
 * is one transaction.
 */
@Stateless
public class ServiceAccounts {

  /** UTF-16 units of a name. */
  public static final int LONGEST_NAME = 60;

  @Inject Members members;
  @Inject MemberRepository stored;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Of the caller's tenant, the oldest first. */
  public List<Member> list(Caller caller) {
    return stored.members(caller.tenantId()).stream()
        .filter(member -> member.user().isService())
        .toList();
  }

  /**
   * Makes one.
   *
   * @param role bounds what its keys may do; not an owner's
   * @throws FailureException {@code FORBIDDEN} if the visitor is no owner or admin, {@code
   *     INVALID_REQUEST} if name or role will not do, {@code CONFLICT} if the tenant has one of
   *     that name or too many members
   */
  public Member create(Visitor visitor, String name, Role role) {
    Members.judge(visitor, role);
    if (role == Role.OWNER) {
      throw FailureException.invalid("role", "of a service account must not be owner");
    }
    stored.lockTenant(visitor.tenant().id());
    members.mustHaveRoom(visitor);
    String called = free(visitor, name);
    User made = User.service(Ids.random("user"), visitor.tenant().id(), called, clock.instant());
    identities.add(made);
    Membership membership = new Membership(made.id(), visitor.tenant().id(), role, clock.instant());
    identities.add(membership);
    String words = called + ", as " + role.name().toLowerCase(Locale.ROOT);
    audit.note(visitor.caller(), Action.SERVICE_ACCOUNT_CREATED, made.id(), words);
    return new Member(membership, made);
  }

  /**
   * Gives one another name.
   *
   * @throws FailureException {@code NOT_FOUND} if the tenant has no such service account, else as
   *     {@link #create}
   */
  public void rename(Visitor visitor, String membershipId, String name) {
    Members.judge(visitor, Role.MEMBER);
    stored.lockTenant(visitor.tenant().id());
    Member found =
        list(visitor.caller()).stream()
            .filter(member -> member.membership().id().equals(membershipId))
            .findFirst()
            .orElseThrow(() -> FailureException.notFound("service account", membershipId));
    User user = identities.findUser(found.user().id()).orElseThrow();
    String was = user.username();
    if (!was.equals(name.strip())) {
      user.call(free(visitor, name));
      String words = was + " became " + user.username();
      audit.note(visitor.caller(), Action.SERVICE_ACCOUNT_RENAMED, user.id(), words);
    }
  }

  private String free(Visitor visitor, String name) {
    String called = name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      throw FailureException.invalid("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    boolean taken =
        list(visitor.caller()).stream()
            .anyMatch(member -> member.user().username().equalsIgnoreCase(called));
    if (taken) {
      throw FailureException.of(
          FailureCode.CONFLICT, "There is a service account of the name " + called);
    }
    return called;
  }
}
