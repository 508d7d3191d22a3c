package dev.easel.domain.gallery;

import dev.easel.domain.shared.Page;
import java.util.Optional;

/** Shares. Those of an item or a collection that is removed go with it. */
public interface ShareRepository {

  void add(GalleryShare share);

  Optional<GalleryShare> find(String id);

  Optional<GalleryShare> ofToken(String token);

  /** Newest first. */
  Page<GalleryShare> list(String tenantId, Optional<String> after, int limit);

  void remove(String id);
}
