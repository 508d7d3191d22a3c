package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.ViewerMark;
import dev.easel.domain.gallery.VisitKind;
import dev.easel.domain.shared.Utc;
import dev.easel.service.limit.RefusedKeys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;

/**
 * Counts who sees and takes pictures: each user, and of those who are not known each network, once
 * a day. What a browser says of itself counts for nothing, for it can say anything.
 */
@ApplicationScoped
class Visits {

  @Inject GalleryRepository gallery;
  @Inject ViewerMark marks;
  @Inject Clock clock;

  /** By a user. */
  void count(GalleryItem item, VisitKind kind, String userId) {
    note(item, kind, userId);
  }

  /** By somebody of whom only the address is known. */
  void countStranger(GalleryItem item, VisitKind kind, String address) {
    note(item, kind, RefusedKeys.network(address));
  }

  private void note(GalleryItem item, VisitKind kind, String who) {
    LocalDate today = Utc.day(clock.instant());
    if (!item.isTrashed()) {
      gallery.visit(item.id(), kind, marks.of(who, today), today);
    }
  }
}
