package dev.easel.service.gallery;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.easel.domain.gallery.GalleryRepository;
import dev.easel.domain.gallery.GalleryRepository.MonthCount;
import dev.easel.domain.gallery.GalleryRepository.TagCount;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/**
 * Counts of months and tags, which every page of a gallery shows. Each item has to be looked at for
 * them: of some hundred thousand that takes so long that it is told again for a minute as it was.
 */
@ApplicationScoped
class GalleryCounts {

  static final int MOST_TAGS = 500;

  private static final Duration LONG = Duration.ofMillis(50);
  private static final Duration TOLD_AGAIN = Duration.ofMinutes(1);
  private static final int MOST_TENANTS = 1000;

  @Inject GalleryRepository gallery;

  private final Cache<String, List<MonthCount>> months = cache();
  private final Cache<String, List<TagCount>> tags = cache();

  private static <T> Cache<String, T> cache() {
    return Caffeine.newBuilder().expireAfterWrite(TOLD_AGAIN).maximumSize(MOST_TENANTS).build();
  }

  List<MonthCount> months(String tenantId) {
    return counted(months, tenantId, () -> gallery.months(tenantId));
  }

  List<TagCount> tags(String tenantId) {
    return counted(tags, tenantId, () -> gallery.tags(tenantId, MOST_TAGS));
  }

  private static <T> T counted(Cache<String, T> cache, String tenantId, Supplier<T> count) {
    T known = cache.getIfPresent(tenantId);
    if (known != null) {
      return known;
    }
    long began = System.nanoTime();
    T counted = count.get();
    if (System.nanoTime() - began > LONG.toNanos()) {
      cache.put(tenantId, counted);
    }
    return counted;
  }
}
