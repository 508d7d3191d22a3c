package dev.easel.service.catalog;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out the catalogue, read anew every few seconds so that an operator's edit takes effect. */
@ApplicationScoped
public class CatalogService {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final String PAINTER = "easel/sketch";

  @Inject CatalogLoader loader;
  @Inject Clock clock;

  @Inject
  @ConfigProperty(name = "easel.default-model", defaultValue = "stable-diffusion-xl")
  String defaultModel;

  private final AtomicLong edits = new AtomicLong();
  private volatile Snapshot snapshot;

  public Catalog current() {
    Instant now = clock.instant();
    long edit = edits.get(); // before reading: what an edit overtook must not outlive it
    Snapshot last = snapshot;
    if (last == null || last.edit != edit || last.readAt.plus(FRESH).isBefore(now)) {
      last = new Snapshot(loader.load(now), now, edit);
      snapshot = last;
    }
    return last.catalog;
  }

  /** What was changed on this server is in effect on it at once. */
  public void refresh() {
    edits.incrementAndGet();
  }

  /**
   * The model for a request that names none: the caller's own default, the operator's, or else the
   * painter, whichever can be called first.
   *
   * @param preferred the caller's default, may be empty
   */
  public CatalogEntry defaultEntry(String preferred) {
    Catalog catalog = current();
    return Stream.of(preferred, defaultModel, PAINTER)
        .flatMap(id -> catalog.find(id).stream())
        .filter(CatalogEntry::callable)
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.of(
                        FailureCode.MODEL_NOT_CONFIGURED, "No model is configured on this server")
                    .with("reason", "provider_not_configured"));
  }

  private record Snapshot(Catalog catalog, Instant readAt, long edit) {}
}
