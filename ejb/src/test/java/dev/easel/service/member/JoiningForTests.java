package dev.easel.service.member;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.MemberRepository;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.session.LocalSignIn;
import java.time.Clock;

/** Joining, put together for tests of others. */
public final class JoiningForTests {

  private JoiningForTests() {}

  public static Joining on(
      MemberRepository members,
      IdentityRepository identities,
      AuditTrail audit,
      Clock clock,
      LocalSignIn local) {
    Joining joining = new Joining();
    joining.members = members;
    joining.identities = identities;
    joining.audit = audit;
    joining.clock = clock;
    joining.local = local;
    return joining;
  }
}
