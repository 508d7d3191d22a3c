package dev.easel.service.gallery;

import dev.easel.domain.gallery.Tags;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Does the same with many items, each in a transaction of its own: what is not there keeps nothing
 * else from being done, and no row is locked for long.
 */
@ApplicationScoped
public class GalleryBulk {

  @Inject GalleryDesk desk;
  @Inject CollectionDesk shelves;
  @Inject GalleryRemoval removal;

  /**
   * What is to be done.
   *
   * @param collection id or slug, where the action is about one
   */
  public record Order(BulkAction action, List<String> tags, String collection) {}

  /** Which items it was done with, and which the caller does not have. */
  public record Outcome(List<String> done, List<String> missing) {}

  /**
   * @throws FailureException {@code INVALID_REQUEST} if a tag is none, {@code NOT_FOUND} if the
   *     caller has no such collection
   */
  public Outcome run(Caller caller, Order order, List<String> ids) {
    List<String> tags = Tags.of("tags", order.tags());
    if (order.action().needsCollection()) {
      shelves.get(caller, order.collection());
    }
    Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
    for (String id : new LinkedHashSet<>(ids)) {
      try {
        run(caller, order, tags, id);
        outcome.done().add(id);
      } catch (FailureException e) {
        if (e.code() != FailureCode.NOT_FOUND) {
          throw e;
        }
        outcome.missing().add(id);
      }
    }
    return outcome;
  }

  private void run(Caller caller, Order order, List<String> tags, String id) {
    switch (order.action()) {
      case TRASH -> desk.trash(caller, id);
      case RESTORE -> desk.restore(caller, id);
      case DELETE -> removal.remove(caller, id);
      case PUBLISH -> desk.change(caller, id, open(true));
      case UNPUBLISH -> desk.change(caller, id, open(false));
      case ADD_TAGS, REMOVE_TAGS -> tag(caller, id, tags, order.action() == BulkAction.ADD_TAGS);
      case ADD_TO_COLLECTION -> shelves.put(caller, order.collection(), List.of(id));
      case REMOVE_FROM_COLLECTION -> shelves.take(caller, order.collection(), List.of(id));
    }
  }

  private void tag(Caller caller, String id, List<String> tags, boolean add) {
    Set<String> all = new LinkedHashSet<>(desk.get(caller, id).item().tags());
    if (add) {
      all.addAll(tags);
    } else {
      tags.forEach(all::remove);
    }
    desk.change(
        caller,
        id,
        new ItemWish(
            Optional.empty(),
            Optional.empty(),
            Optional.of(List.copyOf(all)),
            Optional.empty(),
            Optional.empty()));
  }

  private static ItemWish open(boolean toEverybody) {
    return new ItemWish(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(toEverybody),
        Optional.empty());
  }
}
