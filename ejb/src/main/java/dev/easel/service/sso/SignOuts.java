package dev.easel.service.sso;

import dev.easel.domain.audit.Action;
import dev.easel.domain.audit.Actor;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.SsoRepository;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Ends sessions here that ended at a provider. */
@Stateless
public class SignOuts {

  @Inject SsoRepository sso;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;

  /**
   * Ends what a notice is about.
   *
   * @return how many sessions
   */
  public int end(LogoutNotice notice) {
    List<String> users = sso.end(notice);
    users.stream()
        .flatMap(id -> identities.findUser(id).stream())
        .map(user -> Actor.of(user, ""))
        .forEach(actor -> audit.note(actor, Action.SIGNED_OUT, "", "by the identity provider"));
    return users.size();
  }
}
