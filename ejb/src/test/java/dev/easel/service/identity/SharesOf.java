package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import java.time.Clock;

/** Makes shares for tests of other packages. */
public final class SharesOf {

  private SharesOf() {}

  public static Shares all(IdentityRepository identities, Clock clock) {
    Shares made = new Shares();
    made.identities = identities;
    made.clock = clock;
    return made;
  }
}
