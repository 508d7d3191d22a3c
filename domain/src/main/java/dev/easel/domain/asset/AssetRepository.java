package dev.easel.domain.asset;

import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rows of assets. Those deleted or not yet stored are found only where it says so. */
public interface AssetRepository {

  /**
   * @throws dev.easel.domain.shared.FailureException {@code CONFLICT} if the tenant has one of this
   *     content, deleted or not
   */
  void add(Asset asset);

  Optional<Asset> find(String id);

  Optional<Asset> ofContent(String tenantId, String sha256);

  /** Deleted ones and those not yet stored, too. */
  Optional<Asset> anyOfContent(String tenantId, String sha256);

  /** Newest first. */
  Page<Asset> list(String tenantId, Optional<String> after, int limit);

  /** Its files are durable. False if its row is gone meanwhile. */
  boolean stored(String id);

  /** It is used now; a deleted one comes back. False if its row is gone. */
  boolean renew(String id, Instant now);

  /** It is used now, if it is still there. */
  void use(String id, Instant now);

  void delete(String id, Instant now);

  /** Whether there is a row, in whatever state. */
  boolean knows(String id);

  long bytesOf(String tenantId);

  /** Ids of those that are over. */
  List<String> over(Lapse lapse, int most);

  /** Removes the row if it is still over. */
  boolean removeIfOver(String id, Lapse lapse);

  /**
   * What is over: unused since, deleted before, or begun before and never stored.
   *
   * @param unusedSince those last used before this
   * @param deletedBefore those deleted or left unfinished before this
   */
  record Lapse(Instant unusedSince, Instant deletedBefore) {}
}
