package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import java.time.Clock;

/** Puts the identity services together for tests. */
public final class Identities {

  private Identities() {}

  public static IdentityService service(IdentityRepository stored, Clock clock) {
    IdentityService service = new IdentityService();
    service.identities = stored;
    service.clock = clock;
    return service;
  }
}
