package dev.easel.fake;

import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.ShareRepository;
import dev.easel.domain.shared.Page;
import java.util.Comparator;
import java.util.Optional;

/** Shares without a database. */
public final class InMemoryShares implements ShareRepository {

  private static final Comparator<GalleryShare> NEWEST_FIRST =
      Comparator.comparing(GalleryShare::createdAt).thenComparing(GalleryShare::id).reversed();

  private final InMemoryDatabase database;

  public InMemoryShares(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public void add(GalleryShare share) {
    database.add(share);
  }

  @Override
  public Optional<GalleryShare> find(String id) {
    return database.find(GalleryShare.class, id);
  }

  @Override
  public Optional<GalleryShare> ofToken(String token) {
    return database
        .all(GalleryShare.class)
        .filter(share -> share.token().equals(token))
        .findFirst();
  }

  @Override
  public Page<GalleryShare> list(String tenantId, Optional<String> after, int limit) {
    Optional<GalleryShare> last =
        Lists.cursor(after, this::find, share -> share.tenantId().equals(tenantId));
    return Lists.page(
        database
            .all(GalleryShare.class)
            .filter(share -> share.tenantId().equals(tenantId))
            .toList(),
        NEWEST_FIRST,
        last,
        limit,
        GalleryShare::id);
  }

  @Override
  public void remove(String id) {
    find(id).ifPresent(database::remove);
  }
}
