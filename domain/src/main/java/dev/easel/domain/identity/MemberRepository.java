package dev.easel.domain.identity;

import dev.easel.domain.session.BrowserToken;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Members of tenants and who is asked to become one, as they are stored. */
public interface MemberRepository {

  /** Lets one transaction at a time change a tenant's members. */
  void lockTenant(String tenantId);

  /** Of a tenant, the oldest first. */
  List<Member> members(String tenantId);

  Optional<Membership> find(String membershipId);

  void remove(Membership membership);

  /** Ends the keys of a user in a tenant, and says how many that were. */
  int revokeKeys(String tenantId, String userId, Instant now);

  /** Replaces what the address was asked before. */
  void invite(Invitation invitation);

  /** Of a tenant, the oldest first, also those that are over. */
  List<Invitation> invitations(String tenantId);

  Optional<Invitation> findInvitation(BrowserToken token);

  /**
   * Takes an invitation away.
   *
   * @return false if somebody was faster
   */
  boolean removeInvitation(String id);
}
