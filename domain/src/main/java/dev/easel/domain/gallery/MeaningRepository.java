package dev.easel.domain.gallery;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What items mean. It is made after them, and anew when what is said of them changes. */
public interface MeaningRepository {

  /** Some that have no meaning yet, or another than they had. */
  List<Described> missing(int most);

  /** Keeps it, unless the item was changed or went meanwhile. */
  void put(Described item, Meaning meaning);

  Optional<Meaning> of(String itemId);

  /** A tenant's, in the order they came: from beyond a place; the first is 1. */
  List<Placed> after(String tenantId, long place, int most);

  /** Tenants by how many they have, the most first. */
  List<Counted> largest(int most);

  /** Those at these places that are wanted. */
  List<Found> at(List<Long> places, GalleryFilter filter);

  /** Those that are wanted, in no order. */
  List<Found> all(GalleryFilter filter, int most);

  /**
   * What is said of an item.
   *
   * @param version of the item
   * @param tags as the item keeps them
   */
  record Described(
      String itemId, String tenantId, long version, String title, String tags, String prompt) {

    /** All of it as one text. */
    public String text() {
      return String.join(
          ". ",
          Stream.of(title, prompt, String.join(", ", Tags.split(tags)))
              .filter(part -> !part.isBlank())
              .toList());
    }
  }

  /** How many meanings a tenant has. */
  record Counted(String tenantId, long meanings) {}

  /**
   * @param place greater than those before; one that comes anew gets a new one
   */
  record Placed(long place, Meaning meaning) {}

  /**
   * @param generationId of the item
   */
  record Found(String itemId, String generationId, Meaning meaning) {}
}
