package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.PasswordHasher;
import dev.easel.service.ledger.Ledger;
import java.time.Clock;

/** Puts the opening of tenants together for tests. */
public final class TenantOpenings {

  private TenantOpenings() {}

  /** Hashes are the passwords with a mark. */
  public static TenantOpening of(IdentityRepository identities, Ledger ledger, Clock clock) {
    TenantOpening made = new TenantOpening();
    made.identities = identities;
    made.passwords = new Marker();
    made.ledger = ledger;
    made.clock = clock;
    return made;
  }

  private static final class Marker implements PasswordHasher {
    @Override
    public String hash(String password) {
      return "hash of " + password;
    }

    @Override
    public boolean matches(String password, String stored) {
      return stored.equals(hash(password));
    }
  }
}
