package dev.easel.service.generation;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.generation.Generation;
import java.util.List;
import java.util.Optional;

/**
 * A generation with what a caller wants to see of it.
 *
 * @param all delivered images that were not deleted, with what came along with them
 * @param progress 0–1; 1 once completed
 * @param waiting while it is queued
 */
public record GenerationDetails(
    Generation generation, List<Image> all, double progress, Optional<Waiting> waiting) {

  /** What was ordered. */
  public List<Image> images() {
    return all.stream().filter(image -> image.role() == ImageRole.RESULT).toList();
  }

  /** What came along with it. */
  public Optional<Image> of(ImageRole role) {
    return all.stream().filter(image -> image.role() == role).findFirst();
  }

  /**
   * Why it has not started.
   *
   * @param position 1 for next; counting stops at 1,001
   * @param reason {@code starting}, {@code engine_busy}, {@code concurrency_cap}, {@code
   *     retry_backoff}, {@code paused}, or what is the matter with nodes
   * @param eta until it is done, from measured times; empty if nobody can say
   */
  public record Waiting(int position, String reason, Optional<Eta> eta) {

    /** Expected seconds until it is done; empty if nobody can say. */
    public Optional<Integer> etaSeconds() {
      return eta.map(Eta::likely);
    }
  }
}
