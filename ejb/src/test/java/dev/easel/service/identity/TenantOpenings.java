package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.MarkedPasswords;
import dev.easel.service.ledger.Ledger;
import java.time.Clock;

/** Puts the opening of tenants together for tests. */
public final class TenantOpenings {

  private TenantOpenings() {}

  /** Hashes are the passwords with a mark. */
  public static TenantOpening of(IdentityRepository identities, Ledger ledger, Clock clock) {
    TenantOpening made = new TenantOpening();
    made.identities = identities;
    made.passwords = new MarkedPasswords();
    made.ledger = ledger;
    made.clock = clock;
    return made;
  }
}
