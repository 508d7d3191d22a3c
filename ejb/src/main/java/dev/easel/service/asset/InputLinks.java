package dev.easel.service.asset;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.AssetRepository;
import dev.easel.domain.asset.ImageRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Signed addresses of the pictures requests named, by their ids. */
@ApplicationScoped
public class InputLinks {

  @Inject AssetRepository assets;
  @Inject ImageRepository images;
  @Inject AssetLinks assetLinks;
  @Inject ImageLinks imageLinks;

  /**
   * Path and query of the file as it came; empty if it is the tenant's no more.
   *
   * @param id of an asset or of a delivered image
   */
  public Optional<String> of(String tenantId, String id) {
    return Asset.isId(id)
        ? assets
            .find(id)
            .filter(asset -> asset.tenantId().equals(tenantId) && !asset.isDeleted())
            .map(assetLinks::source)
        : images.find(id).filter(image -> image.tenantId().equals(tenantId)).map(imageLinks::image);
  }
}
