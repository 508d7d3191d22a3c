package dev.easel.service.plan;

import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.Remark;
import dev.easel.service.memory.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Warns who stores nearly as much as the plan allows, or more. It never refuses: what is paid for
 * is delivered. Counted at most once in five minutes per tenant, for it reads a row per image.
 */
@ApplicationScoped
public class StorageNotice {

  private static final Duration MEMORY = Duration.ofMinutes(5);
  private static final long BYTES_PER_MB = 1024L * 1024;
  private static final int NEARLY = 90;

  @Inject ImageRepository images;
  @Inject IdentityRepository identities;
  @Inject Clock clock;

  private final Remembered<Stored, Optional<Remark>> known =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /** A word for the answer, from 90 % of the plan's storage on. */
  public Optional<Remark> of(Caller caller) {
    return known.get(new Stored(caller.tenantId(), caller.planId()), () -> count(caller));
  }

  private Optional<Remark> count(Caller caller) {
    int limit = identities.findPlan(caller.planId()).orElseThrow().storageMb();
    long allowed = limit * BYTES_PER_MB;
    long stored = images.bytesOf(caller.tenantId());
    if (stored > allowed) {
      return Optional.of(
          new Remark(
              "storage_exceeded",
              "The images stored exceed the " + limit + " MB of the plan; delete some"));
    }
    if (stored * 100 >= allowed * NEARLY) {
      return Optional.of(
          new Remark(
              "storage_nearly_full",
              "More than " + NEARLY + " % of the " + limit + " MB of the plan are used"));
    }
    return Optional.empty();
  }

  /** What is in the storage of a tenant, as its plan measures it. */
  private record Stored(String tenantId, String planId) {}
}
