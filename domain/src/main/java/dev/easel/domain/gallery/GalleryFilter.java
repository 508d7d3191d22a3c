package dev.easel.domain.gallery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which items are wanted; absent parts do not filter.
 *
 * @param tenant whose; empty for what everybody may see of all tenants
 * @param trashed those in the trash, and no others
 * @param tags normal forms, all of which an item has to have
 * @param anyTag whether one of the tags is enough
 * @param words all of which, or longer ones that begin so, are said of an item
 * @param from of the images
 * @param until of the images, exclusive
 * @param collection id of one
 * @param open whether they are public
 * @param likedBy id of a user
 */
public record GalleryFilter(
    Optional<String> tenant,
    boolean trashed,
    List<String> tags,
    boolean anyTag,
    List<String> words,
    Optional<String> model,
    Optional<Instant> from,
    Optional<Instant> until,
    Optional<String> collection,
    Optional<Boolean> open,
    Optional<Boolean> featured,
    Optional<String> likedBy) {

  public GalleryFilter {
    tags = List.copyOf(tags);
    words = List.copyOf(words);
  }

  /** What can be asked of a list, whoever asks. */
  public static final class Wish {
    private List<String> tags = List.of();
    private boolean anyTag;
    private List<String> words = List.of();
    private Optional<String> model = Optional.empty();
    private Optional<Instant> from = Optional.empty();
    private Optional<Instant> until = Optional.empty();
    private Optional<String> collection = Optional.empty();
    private Optional<Boolean> open = Optional.empty();
    private Optional<Boolean> featured = Optional.empty();
    private boolean liked;

    /**
     * @param names as they were written
     */
    public Wish tags(List<String> names, boolean any) {
      tags = names.stream().map(Tags::normal).filter(tag -> !tag.isEmpty()).distinct().toList();
      anyTag = any;
      return this;
    }

    public Wish text(String text) {
      words = Terms.words(text);
      return this;
    }

    public Wish model(Optional<String> id) {
      model = id;
      return this;
    }

    public Wish made(Optional<Instant> since, Optional<Instant> before) {
      from = since;
      until = before;
      return this;
    }

    /**
     * @param id of one the caller was seen to have
     */
    public Wish in(String id) {
      collection = Optional.of(id);
      return this;
    }

    public Wish open(Optional<Boolean> wanted) {
      open = wanted;
      return this;
    }

    public Wish featured(Optional<Boolean> wanted) {
      featured = wanted;
      return this;
    }

    /** Only what the caller likes. */
    public Wish liked(boolean wanted) {
      liked = wanted;
      return this;
    }

    /** How many words are looked for. */
    public int words() {
      return words.size();
    }

    /** Of one tenant. */
    public GalleryFilter of(String tenantId, String userId, boolean trashed) {
      return made(
          Optional.of(tenantId), trashed, open, liked ? Optional.of(userId) : Optional.empty());
    }

    /** Of what everybody may see. */
    public GalleryFilter ofEverybody() {
      return made(Optional.empty(), false, Optional.of(true), Optional.empty());
    }

    private GalleryFilter made(
        Optional<String> tenant,
        boolean trashed,
        Optional<Boolean> shown,
        Optional<String> likedBy) {
      return new GalleryFilter(
          tenant,
          trashed,
          tags,
          anyTag,
          words,
          model,
          from,
          until,
          collection,
          shown,
          featured,
          likedBy);
    }
  }
}
