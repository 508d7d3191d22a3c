package dev.easel.service.session;

import dev.easel.domain.audit.Action;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import dev.easel.domain.session.FactorRepository;
import dev.easel.domain.session.SessionRepository;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;

/** Writes new passwords down, as hashes. Whoever had the old one is signed out everywhere. */
@Stateless
public class Passwords {

  @Inject IdentityRepository identities;
  @Inject SessionRepository sessions;
  @Inject FactorRepository factors;
  @Inject AuditTrail audit;

  /** Replaces the visitor's own; this browser stays signed in. */
  public void change(Visitor visitor, String newHash) {
    user(visitor.user().id()).changePassword(newHash);
    sessions.endAll(visitor.user().id(), Optional.of(visitor.session().id()));
    factors.removeHalves(visitor.user().id());
    audit.note(visitor.caller(), Action.PASSWORD_CHANGED, visitor.user().id(), "");
  }

  /** Replaces somebody's by an administrator's hand. */
  public void reset(Visitor administrator, String userId, String newHash) {
    user(userId).changePassword(newHash);
    sessions.endAll(userId, Optional.empty());
    factors.removeHalves(userId);
    audit.note(administrator.caller(), Action.PASSWORD_RESET, userId, "");
  }

  private User user(String id) {
    return identities.findUser(id).orElseThrow(() -> FailureException.notFound("user", id));
  }
}
