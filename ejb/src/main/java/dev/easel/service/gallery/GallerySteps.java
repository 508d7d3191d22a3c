package dev.easel.service.gallery;

import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;

/** Short transactions of the gallery's chores. */
@Stateless
public class GallerySteps {

  private static final int VISITS_KEPT = 2;

  @Inject GalleryRepository gallery;
  @Inject GenerationRepository generations;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** Removes an item without an image. */
  public void remove(String id) {
    gallery.remove(id);
  }

  /** Removes a caller's item; its image stays. */
  public void takeOut(Caller caller, String id) {
    GalleryItem own =
        gallery
            .find(id)
            .filter(item -> item.tenantId().equals(caller.tenantId()))
            .orElseThrow(() -> FailureException.notFound("gallery item", id));
    audit.note(caller, Action.ITEM_TAKEN_OUT, id, own.title());
    gallery.remove(own.id());
  }

  /** Makes words of some items that have none, and says how many there were. */
  public int index(int most) {
    List<GalleryItem> items = gallery.all(gallery.notIndexed(most));
    for (GalleryItem item : items) {
      String prompt = generations.find(item.generationId()).map(Generation::prompt).orElse("");
      gallery.index(item, Terms.of(item, prompt));
    }
    return items.size();
  }

  /** Forgets who was counted on days before yesterday. */
  public int forgetVisits() {
    return gallery.forgetVisits(Utc.day(clock.instant()).minusDays(VISITS_KEPT));
  }
}
