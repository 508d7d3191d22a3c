package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.domain.identity.Membership;
import dev.easel.domain.identity.Role;
import dev.easel.domain.identity.User;
import dev.easel.domain.sso.Grants;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a user's memberships what the provider's groups say, in the caller's transaction. What
 * somebody here gave is not touched: not taken, not raised, not lowered.
 */
@ApplicationScoped
public class Granting {

  @Inject IdentityRepository identities;
  @Inject MemberRepository members;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  public void apply(ProviderTerms terms, User user, Grants grants, String address) {
    for (Membership kept : identities.membershipsOf(user.id())) {
      boolean lost = !grants.roles().containsKey(kept.tenantId());
      if (lost && kept.keeper().filter(terms.slug()::equals).isPresent()) {
        take(terms, user, kept, address);
      }
    }
    grants.roles().entrySet().forEach(granted -> give(terms, user, granted, address));
    if (user.runServer(grants.operator(), terms.slug())) {
      String words = grants.operator() ? "runs the server" : "does not run the server any more";
      note(user.tenantId(), user, Action.OPERATOR_CHANGED, words + by(terms), address);
    }
  }

  /** As when an admin puts somebody out: the keys in that tenant end too. */
  private void take(ProviderTerms terms, User user, Membership lost, String address) {
    members.lockTenant(lost.tenantId());
    int keys = members.revokeKeys(lost.tenantId(), user.id(), clock.instant());
    members.remove(lost);
    String words = keys + " keys revoked with it" + by(terms);
    note(lost.tenantId(), user, Action.MEMBER_REMOVED, words, address);
  }

  private void give(
      ProviderTerms terms, User user, Map.Entry<String, Role> granted, String address) {
    String tenant = granted.getKey();
    Role role = granted.getValue();
    Optional<Membership> found = identities.findMembership(user.id(), tenant);
    if (found.isEmpty()) {
      identities.add(Membership.keptBy(terms.slug(), user.id(), tenant, role, clock.instant()));
      note(tenant, user, Action.MEMBER_JOINED, "as " + word(role) + by(terms), address);
      return;
    }
    Membership kept = found.get();
    if (kept.role() != role && kept.keeper().filter(terms.slug()::equals).isPresent()) {
      String words = word(kept.role()) + " became " + word(role) + by(terms);
      kept.become(role);
      note(tenant, user, Action.ROLE_CHANGED, words, address);
    }
  }

  private void note(String tenantId, User user, Action action, String words, String address) {
    Actor actor =
        new Actor(
            Optional.of(tenantId), Optional.of(user.id()), Optional.empty(), user.email(), address);
    audit.note(actor, action, user.id(), words);
  }

  private static String by(ProviderTerms terms) {
    return ", by groups of " + terms.name();
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }
}
