package dev.easel.service.catalog;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Hands out the catalogue, read anew every few seconds so that an operator's edit takes effect. */
@ApplicationScoped
public class CatalogService {

  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final String PAINTER = "easel/sketch";

  /** What works on given images and runs in the server itself. */
  private static final List<String> TOOLS =
      List.of("easel/filters", "u2netp", "real-esrgan", "easel/restore", "easel/analyze");

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
    return defaultEntry(preferred, CatalogEntry::callable);
  }

  /** The same for a request for that; for work on given images the built-in tool comes last. */
  public CatalogEntry defaultEntry(String preferred, Capability wanted) {
    return defaultEntry(preferred, entry -> entry.model().can(wanted) && entry.callable(wanted));
  }

  private CatalogEntry defaultEntry(String preferred, Predicate<CatalogEntry> fitting) {
    Catalog catalog = current();
    return Stream.concat(Stream.of(preferred, defaultModel, PAINTER), TOOLS.stream())
        .flatMap(id -> catalog.find(id).stream())
        .filter(fitting)
        .findFirst()
        .orElseThrow(
            () ->
                FailureException.of(
                        FailureCode.MODEL_NOT_CONFIGURED, "No model is configured on this server")
                    .with("reason", "provider_not_configured"));
  }

  private record Snapshot(Catalog catalog, Instant readAt, long edit) {}
}
