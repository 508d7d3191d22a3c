package dev.easel.fake;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Assets without a database. */
public final class InMemoryAssets implements AssetRepository {

  private static final Comparator<Asset> NEWEST_FIRST =
      Comparator.comparing(Asset::createdAt).thenComparing(Asset::id).reversed();

  private final InMemoryDatabase database;

  public InMemoryAssets(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(Asset asset) {
    if (anyOfContent(asset.tenantId(), asset.sha256()).isPresent()) {
      throw FailureException.of(FailureCode.CONFLICT, "taken");
    }
    database.add(Stored.copy(asset));
  }

  @Override
  public Optional<Asset> find(String id) {
    return database.find(Asset.class, id).filter(InMemoryAssets::isThere);
  }

  @Override
  public Optional<Asset> ofContent(String tenantId, String sha256) {
    return anyOfContent(tenantId, sha256).filter(InMemoryAssets::isThere);
  }

  @Override
  public Optional<Asset> anyOfContent(String tenantId, String sha256) {
    return of(tenantId).filter(asset -> asset.sha256().equals(sha256)).findFirst();
  }

  @Override
  public Page<Asset> list(String tenantId, Optional<String> after, int limit) {
    Optional<Asset> last =
        Lists.cursor(
            after,
            id -> database.find(Asset.class, id),
            asset -> asset.tenantId().equals(tenantId));
    List<Asset> there = of(tenantId).filter(InMemoryAssets::isThere).toList();
    return Lists.page(there, NEWEST_FIRST, last, limit, Asset::id);
  }

  @Override
  public boolean stored(String id) {
    return change(id, asset -> Stored.set(asset, "stored", true));
  }

  @Override
  public boolean renew(String id, Instant now) {
    return change(
        id,
        asset -> {
          Stored.set(asset, "lastUsedAt", now);
          Stored.set(asset, "deletedAt", null);
        });
  }

  @Override
  public void use(String id, Instant now) {
    change(id, asset -> Stored.set(asset, "lastUsedAt", now));
  }

  @Override
  public void delete(String id, Instant now) {
    change(id, asset -> Stored.set(asset, "deletedAt", now));
  }

  @Override
  public boolean knows(String id) {
    return database.find(Asset.class, id).isPresent();
  }

  @Override
  public long bytesOf(String tenantId) {
    return of(tenantId).filter(InMemoryAssets::isThere).mapToLong(Asset::sizeBytes).sum();
  }

  @Override
  public List<String> over(Lapse lapse, int most) {
    return database
        .all(Asset.class)
        .filter(asset -> isOver(asset, lapse))
        .map(Asset::id)
        .limit(most)
        .toList();
  }

  @Override
  public boolean removeIfOver(String id, Lapse lapse) {
    Optional<Asset> found = database.find(Asset.class, id).filter(a -> isOver(a, lapse));
    found.ifPresent(database::remove);
    return found.isPresent();
  }

  private boolean change(String id, Consumer<Asset> change) {
    return database.inTransaction(
        () -> {
          Optional<Asset> found = database.find(Asset.class, id);
          found.ifPresent(change);
          return found.isPresent();
        });
  }

  private Stream<Asset> of(String tenantId) {
    return database.all(Asset.class).filter(asset -> asset.tenantId().equals(tenantId));
  }

  private static boolean isThere(Asset asset) {
    return asset.isStored() && !asset.isDeleted();
  }

  private static boolean isOver(Asset asset, Lapse lapse) {
    boolean unfinished = !asset.isStored() && asset.lastUsedAt().isBefore(lapse.deletedBefore());
    Instant deleted = (Instant) Stored.get(asset, "deletedAt");
    return unfinished
        || asset.lastUsedAt().isBefore(lapse.unusedSince())
        || (deleted != null && deleted.isBefore(lapse.deletedBefore()));
  }
}
