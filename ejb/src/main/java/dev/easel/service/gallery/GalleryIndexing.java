package dev.easel.service.gallery;

import dev.easel.domain.shared.Housekeeping;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Logger;

/** Makes items findable that were filed by a migration, which knows no words. */
@ApplicationScoped
public class GalleryIndexing implements Housekeeping {

  private static final Logger LOG = Logger.getLogger(GalleryIndexing.class.getName());
  private static final int AT_ONCE = 100;

  @Inject GallerySteps steps;

  @Override
  public String name() {
    return "gallery-indexing";
  }

  @Override
  public Duration every() {
    return Duration.ofMinutes(10);
  }

  @Override
  public void run() {
    int all = 0;
    int some = steps.index(AT_ONCE);
    while (some > 0) {
      all += some;
      some = steps.index(AT_ONCE);
    }
    int indexed = all;
    LOG.fine(() -> indexed + " items can be searched for now");
  }
}
