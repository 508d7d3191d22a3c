package dev.easel.service.session;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.Tenant;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.DashboardSession;

/**
 * Who is signed in.
 *
 * @param tenant the one that is looked at
 * @param membership of the user in that tenant
 * @param caller as services know it
 */
public record Visitor(
    DashboardSession session, User user, Tenant tenant, Membership membership, Caller caller) {

  public Role role() {
    return membership.role();
  }
}
