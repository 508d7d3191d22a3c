package dev.easel.service.gallery;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.identity.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Keeps the gallery in step with images, within the transactions that make and remove them. */
@ApplicationScoped
public class GalleryFiling {

  @Inject GalleryRepository gallery;
  @Inject IdentityRepository identities;
  @Inject Clock clock;

  /** Files what was delivered, for users who want that of everything. */
  public void delivered(Generation generation, List<Image> images) {
    boolean wanted =
        identities.findUser(generation.userId()).filter(User::autoSaveGallery).isPresent();
    if (wanted) {
      images.stream()
          .filter(image -> image.role() == ImageRole.RESULT)
          .forEach(image -> file(image, generation, generation.userId()));
    }
  }

  /** An image is gone, and its place with it. */
  public void removed(Image image) {
    gallery.remove(GalleryItem.idOf(image.id()));
  }

  GalleryItem file(Image image, Generation generation, String userId) {
    GalleryItem item = new GalleryItem(image, generation, userId, clock.instant());
    gallery.add(item);
    gallery.index(item, Terms.of(item, generation.prompt()));
    return item;
  }
}
