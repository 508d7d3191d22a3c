package dev.easel.service.identity;

import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.KeyRepository;
import dev.easel.domain.oauth.OAuthAppRepository;
import dev.easel.fake.InMemoryDatabase;
import dev.easel.fake.InMemoryOAuthApps;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.background.BackgroundThreads;
import java.time.Clock;

/** Puts the identity services together for tests. */
public final class Identities {

  private Identities() {}

  public static IdentityService service(IdentityRepository stored, Clock clock) {
    return service(stored, new InMemoryOAuthApps(new InMemoryDatabase()), clock);
  }

  public static IdentityService service(
      IdentityRepository stored, OAuthAppRepository apps, Clock clock) {
    IdentityService service = new IdentityService();
    service.apps = apps;
    service.identities = stored;
    service.clock = clock;
    return service;
  }

  public static KeyService keys(KeyRepository stored, IdentityRepository identities, Clock clock) {
    KeyService service = new KeyService();
    service.keys = stored;
    service.identities = identities;
    service.audit = new RecordingTrail();
    service.clock = clock;
    return service;
  }

  static KeyUses uses(KeyService keys, BackgroundThreads background, Clock clock) {
    KeyUses uses = new KeyUses();
    uses.keys = keys;
    uses.background = background;
    uses.clock = clock;
    uses.start();
    return uses;
  }
}
