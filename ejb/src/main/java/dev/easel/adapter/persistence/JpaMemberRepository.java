package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members by JPA. */
@ApplicationScoped
public class JpaMemberRepository implements MemberRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void lockTenant(String tenantId) {
    entities.find(Tenant.class, tenantId, LockModeType.PESSIMISTIC_WRITE);
  }

  @Override
  public List<Member> members(String tenantId) {
    return entities
        .createQuery(
            "select m, u from Membership m, User u"
                + " where m.tenantId = :tenant and u.id = m.userId order by m.createdAt, m.id",
            Object[].class)
        .setParameter("tenant", tenantId)
        .getResultStream()
        .map(row -> new Member((Membership) row[0], (User) row[1]))
        .toList();
  }

  @Override
  public Optional<Membership> find(String membershipId) {
    return Optional.ofNullable(entities.find(Membership.class, membershipId));
  }

  @Override
  public void remove(Membership membership) {
    entities.remove(membership);
  }

  @Override
  public int revokeKeys(String tenantId, String userId, Instant now) {
    return entities
        .createQuery(
            "update ApiKey k set k.revokedAt = :now"
                + " where k.tenantId = :tenant and k.userId = :user and k.revokedAt is null")
        .setParameter("now", now)
        .setParameter("tenant", tenantId)
        .setParameter("user", userId)
        .executeUpdate();
  }

  @Override
  public void invite(Invitation invitation) {
    entities
        .createQuery("delete from Invitation i where i.tenantId = :tenant and i.email = :email")
        .setParameter("tenant", invitation.tenantId())
        .setParameter("email", invitation.email())
        .executeUpdate();
    entities.persist(invitation);
  }

  @Override
  public List<Invitation> invitations(String tenantId) {
    return entities
        .createQuery(
            "select i from Invitation i where i.tenantId = :tenant order by i.createdAt, i.id",
            Invitation.class)
        .setParameter("tenant", tenantId)
        .getResultList();
  }

  @Override
  public Optional<Invitation> findInvitation(BrowserToken token) {
    return entities
        .createQuery("select i from Invitation i where i.tokenHash = :hash", Invitation.class)
        .setParameter("hash", token.hash())
        .getResultStream()
        .findFirst();
  }

  @Override
  public boolean removeInvitation(String id) {
    return entities
            .createQuery("delete from Invitation i where i.id = :id")
            .setParameter("id", id)
            .executeUpdate()
        == 1;
  }
}
