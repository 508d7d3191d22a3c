package dev.easel.service.plan;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.fake.InMemoryAssets;
import dev.easel.fake.InMemoryDatabase;
import java.time.Clock;

/** Puts the services around plans together for tests. */
public final class PlanServices {

  private PlanServices() {}

  public static StorageNotice storage(
      ImageRepository images, IdentityRepository identities, Clock clock) {
    StorageNotice notice = new StorageNotice();
    notice.images = images;
    notice.assets = new InMemoryAssets(new InMemoryDatabase());
    notice.identities = identities;
    notice.clock = clock;
    return notice;
  }
}
