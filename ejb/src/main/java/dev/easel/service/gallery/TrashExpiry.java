package dev.easel.service.gallery;

import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.shared.Housekeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Empties the trash of what has been there for its time, and forgets who came to see what. */
@ApplicationScoped
public class TrashExpiry implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(TrashExpiry.class.getName());
  private static final int AT_ONCE = 200;

  @Inject GalleryRepository gallery;
  @Inject GalleryRemoval removal;
  @Inject GallerySteps steps;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.gallery.trash", defaultValue = "P30D")
  Duration kept = Duration.ofDays(30);

  @Override
  public String name() {
    return "trash-expiry";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  /** When an item in the trash goes. */
  public Instant goes(Instant deletedAt) {
    return deletedAt.plus(kept);
  }

  @Override
  public void run() {
    steps.forgetVisits();
    Instant then = clock.instant().minus(kept);
    int gone = 0;
    List<GalleryItem> over = over(then);
    while (!over.isEmpty()) {
      over.forEach(removal::remove);
      gone += over.size();
      over = over(then);
    }
    int removed = gone;
    LOG.fine(() -> removed + " items removed from the trash");
  }

  private List<GalleryItem> over(Instant then) {
    return gallery.all(gallery.trashedBefore(then, AT_ONCE));
  }
}
