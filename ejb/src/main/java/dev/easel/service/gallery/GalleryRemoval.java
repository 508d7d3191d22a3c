package dev.easel.service.gallery;

import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.generation.GenerationService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Deletes for good: the item, its image and, once that is committed, the image's files. */
@ApplicationScoped
public class GalleryRemoval {

  @Inject GalleryRepository gallery;
  @Inject GallerySteps steps;
  @Inject GenerationService generations;
  @Inject AuditTrail audit;

  /**
   * Deletes an item, in the trash or not.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has none
   */
  public void remove(Caller caller, String id) {
    GalleryItem item =
        gallery
            .find(id)
            .filter(found -> found.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("gallery item", id));
    remove(item);
    audit.note(caller, Action.ITEM_REMOVED, id, item.title());
  }

  /** Takes the item from the gallery; its image stays where it was made. */
  public void takeOut(Caller caller, String id) {
    steps.takeOut(caller, id);
  }

  void remove(GalleryItem item) {
    try {
      generations.deleteImage(item.tenantId(), item.imageId());
    } catch (FailureException e) {
      if (e.code() != FailureCode.NOT_FOUND) {
        throw e;
      }
      steps.remove(item.id()); // its image was deleted before there were items
    }
  }
}
