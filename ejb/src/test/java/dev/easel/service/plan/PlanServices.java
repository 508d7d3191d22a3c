package dev.easel.service.plan;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.identity.IdentityRepository;
import java.time.Clock;

/** Puts the services around plans together for tests. */
public final class PlanServices {

  private PlanServices() {}

  public static StorageNotice storage(
      ImageRepository images, IdentityRepository identities, Clock clock) {
    StorageNotice notice = new StorageNotice();
    notice.images = images;
    notice.identities = identities;
    notice.clock = clock;
    return notice;
  }
}
