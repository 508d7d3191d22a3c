package dev.easel.service.gallery;

import dev.easel.domain.audit.Action;
import dev.easel.domain.gallery.CollectionRepository;
import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.Slug;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a tenant's collections by what people call them, and makes those there are none of. */
@ApplicationScoped
class CollectionNames {

  private static final String FIELD = "collections";
  private static final int MOST = 50;

  @Inject CollectionRepository collections;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /**
   * @param all each once
   * @param made those among them that were not there
   */
  record Named(List<GalleryCollection> all, List<GalleryCollection> made) {}

  /**
   * By id or slug.
   *
   * @throws FailureException {@code NOT_FOUND} if the caller has none
   */
  GalleryCollection get(Caller caller, String name) {
    return find(caller, name).orElseThrow(() -> FailureException.notFound("collection", name));
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} if an id is nobody's or a name is none
   */
  Named orMade(Caller caller, List<String> names) {
    if (names.size() > MOST) {
      throw FailureException.invalid(FIELD, "must be at most " + MOST);
    }
    Map<String, GalleryCollection> all = new LinkedHashMap<>();
    List<GalleryCollection> made = new ArrayList<>();
    for (String name : names) {
      GalleryCollection found =
          find(caller, name)
              .or(() -> collections.ofSlug(caller.tenantId(), Slug.of(name)))
              .orElseGet(
                  () -> {
                    GalleryCollection added = make(caller, name);
                    made.add(added);
                    return added;
                  });
      all.put(found.id(), found);
    }
    return new Named(List.copyOf(all.values()), made);
  }

  /** A private one, whose slug is made of its name. */
  GalleryCollection add(Caller caller, String name) {
    String slug =
        Slug.free(name, taken -> collections.ofSlug(caller.tenantId(), taken).isPresent());
    GalleryCollection made =
        new GalleryCollection(caller.tenantId(), caller.userId(), name, slug, clock.instant());
    collections.add(made);
    audit.note(caller, Action.COLLECTION_CREATED, made.id(), made.name());
    return made;
  }

  private Optional<GalleryCollection> find(Caller caller, String name) {
    return GalleryCollection.isId(name)
        ? collections.find(name).filter(found -> found.tenantId().equals(caller.tenantId()))
        : collections.ofSlug(caller.tenantId(), name);
  }

  private GalleryCollection make(Caller caller, String name) {
    String given = name.strip();
    if (GalleryCollection.isId(given)) {
      throw FailureException.invalid(FIELD, "has no such collection: " + given);
    }
    if (given.isEmpty() || given.length() > GalleryCollection.LONGEST_NAME) {
      throw FailureException.invalid(
          FIELD, "must be names of 1 to " + GalleryCollection.LONGEST_NAME + " characters");
    }
    return add(caller, given);
  }
}
