package dev.easel.service.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.gallery.GalleryCollection;
import java.util.Optional;

/**
 * A collection with what is seen of it from outside.
 *
 * @param items that are not in the trash
 * @param cover the image that was chosen, else that of the item put in last
 */
public record CollectionView(GalleryCollection collection, long items, Optional<Image> cover) {}
