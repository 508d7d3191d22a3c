package dev.easel.fake;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Invitation;
import dev.easel.domain.identity.Member;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.BrowserToken;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Members without a database. */
public final class InMemoryMembers implements MemberRepository {

  private final InMemoryDatabase database;

  public InMemoryMembers(InMemoryDatabase database) {
    this.database = database;
  }

  /** One at a time anyway. */
  @Override
  public void lockTenant(String tenantId) {}

  @Override
  public List<Member> members(String tenantId) {
    return database
        .all(Membership.class)
        .filter(membership -> membership.tenantId().equals(tenantId))
        .sorted(Comparator.comparing(Membership::createdAt).thenComparing(Membership::id))
        .map(m -> new Member(m, database.find(User.class, m.userId()).orElseThrow()))
        .toList();
  }

  @Override
  public Optional<Membership> find(String membershipId) {
    return database.find(Membership.class, membershipId);
  }

  @Override
  public void remove(Membership membership) {
    database.remove(membership);
  }

  @Override
  public int revokeKeys(String tenantId, String userId, Instant now) {
    List<ApiKey> keys =
        database
            .all(ApiKey.class)
            .filter(key -> key.tenantId().equals(tenantId) && key.userId().equals(userId))
            .filter(key -> key.revokedAt().isEmpty())
            .toList();
    keys.forEach(key -> key.revoke(now));
    return keys.size();
  }

  @Override
  public void invite(Invitation invitation) {
    of(invitation.tenantId())
        .filter(other -> other.email().equals(invitation.email()))
        .toList()
        .forEach(database::remove);
    database.add(invitation);
  }

  @Override
  public List<Invitation> invitations(String tenantId) {
    return of(tenantId).sorted(Comparator.comparing(Invitation::createdAt)).toList();
  }

  @Override
  public Optional<Invitation> findInvitation(BrowserToken token) {
    return database
        .all(Invitation.class)
        .filter(invitation -> Stored.get(invitation, "tokenHash").equals(token.hash()))
        .findFirst();
  }

  @Override
  public boolean removeInvitation(String id) {
    Optional<Invitation> found = database.find(Invitation.class, id);
    found.ifPresent(database::remove);
    return found.isPresent();
  }

  private Stream<Invitation> of(String tenantId) {
    return database.all(Invitation.class).filter(i -> i.tenantId().equals(tenantId));
  }
}
