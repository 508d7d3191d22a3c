package dev.easel.service.plan;

import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
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
  @Inject AssetRepository assets;
  @Inject IdentityRepository identities;
  @Inject Clock clock;

  private final Remembered<Stored, Optional<Remark>> known =
      new Remembered<>(() -> clock.millis(), MEMORY);

  /** A word for the answer, from 90 % of the plan's storage on. */
  public Optional<Remark> of(Caller caller) {
    return known.get(new Stored(caller.tenantId(), caller.planId()), () -> count(caller));
  }

  private Optional<Remark> count(Caller caller) {
    int limit = limit(caller);
    long allowed = limit * BYTES_PER_MB;
    long stored = stored(caller.tenantId());
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

  /**
   * For what is stored without being paid for.
   *
   * @throws FailureException {@code INSUFFICIENT_CREDITS} if the plan has no room for so much more
   */
  public void requireRoom(Caller caller, long bytes) {
    int limit = limit(caller);
    if (stored(caller.tenantId()) + bytes > limit * BYTES_PER_MB) {
      throw FailureException.of(
              FailureCode.INSUFFICIENT_CREDITS,
              "The " + limit + " MB of storage of the plan are used; delete some images or assets")
          .with("reason", "storage_exceeded")
          .with("storage_limit_mb", limit);
    }
  }

  private int limit(Caller caller) {
    return identities.findPlan(caller.planId()).orElseThrow().storageMb();
  }

  private long stored(String tenantId) {
    return images.bytesOf(tenantId) + assets.bytesOf(tenantId);
  }

  /** What is in the storage of a tenant, as its plan measures it. */
  private record Stored(String tenantId, String planId) {}
}
