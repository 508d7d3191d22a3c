package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Query parameters of lists of items: filters, order, and pages by {@code cursor} or by {@code
 * page}. Days are UTC; {@code date_to} includes its day. Source: seed 001, C18.
 */
public class GalleryParameters {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;
  private static final int MOST_PAGE = 10_000;
  private static final int MOST_WORDS = 10;
  private static final int MOST_TAGS = 20;
  private static final String SORTS = "created_at, likes, views, downloads, title";
  private static final int LONGEST_TEXT = 500;
  private static final Pattern SKIP = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern PLACE = Pattern.compile(".{1,400}", Pattern.DOTALL);

  @QueryParam("page")
  String page;

  @QueryParam("limit")
  String limit;

  @QueryParam("cursor")
  String cursor;

  @QueryParam("sort")
  String sort;

  @QueryParam("order")
  String order;

  @QueryParam("tags")
  String tags;

  @QueryParam("tags_mode")
  String tagsMode;

  @QueryParam("model")
  String model;

  @QueryParam("date_from")
  String dateFrom;

  @QueryParam("date_to")
  String dateTo;

  @QueryParam("q")
  String text;

  @QueryParam("search_mode")
  String searchMode;

  @QueryParam("is_public")
  String open;

  @QueryParam("is_featured")
  String featured;

  @QueryParam("liked")
  String liked;

  @QueryParam("collection")
  String collection;

  private final QueryReader reader = new QueryReader();

  /** Id or slug of the only collection whose items are wanted. */
  Optional<String> collection() {
    return reader.word("collection", collection);
  }

  /**
   * @param filter makes it of what is wished
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  GalleryQuery query(Function<GalleryFilter.Wish, GalleryFilter> filter) {
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    int number = pageNumber();
    if (reader.has(cursor) && number > 1) {
      reader.violate("page", "cannot be combined with cursor");
    }
    GallerySort sorted =
        reader.choice("sort", sort, GallerySort::parse, SORTS).orElse(GallerySort.CREATED_AT);
    boolean descending = choice("order", order, "desc", "asc").orElse(sorted != GallerySort.TITLE);
    Optional<GalleryPlace> after = after(sorted);
    GalleryFilter.Wish wish = wish(reader.word("q", text).orElse(""));
    reader.check();
    return new GalleryQuery(
        filter.apply(wish), sorted, descending, after, (number - 1) * size, size);
  }

  int pageNumber() {
    return reader.number("page", page, 1, MOST_PAGE);
  }

  /** Whether what {@code q} means is looked for, and not its words. */
  boolean byMeaning() {
    return choice("search_mode", searchMode, "meaning", "words").orElse(false);
  }

  /**
   * @param filter makes it of what is wished
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  MeaningQuery meaning(Function<GalleryFilter.Wish, GalleryFilter> filter) {
    if (reader.has(sort) || reader.has(order)) {
      reader.violate("sort", "cannot be chosen: the nearest come first");
    }
    Optional<String> sought = reader.word("q", text);
    if (sought.isEmpty() || sought.get().length() > LONGEST_TEXT) {
      reader.violate("q", "must be a text of at most " + LONGEST_TEXT + " characters");
    }
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    int skipped = (pageNumber() - 1) * size;
    int skip = reader.after("cursor", cursor, SKIP).map(Integer::parseInt).orElse(skipped);
    GalleryFilter.Wish wish = wish("");
    reader.check();
    return new MeaningQuery(filter.apply(wish), sought.orElseThrow(), skip, size);
  }

  /** Lists that know no meanings. */
  void requireWords() {
    if (byMeaning()) {
      reader.violate("search_mode", "must be words here");
    }
    reader.check();
  }

  /**
   * What is looked for by its meaning.
   *
   * @param skip how many of the nearest were told already
   */
  record MeaningQuery(GalleryFilter filter, String text, int skip, int limit) {}

  private GalleryFilter.Wish wish(String words) {
    List<String> names = Arrays.asList(reader.word("tags", tags).orElse("").split(","));
    if (names.size() > MOST_TAGS) {
      reader.violate("tags", "must be at most " + MOST_TAGS);
    }
    boolean any = choice("tags_mode", tagsMode, "any", "all").orElse(false);
    GalleryFilter.Wish wish =
        new GalleryFilter.Wish()
            .tags(names, any)
            .text(words)
            .model(reader.word("model", model))
            .made(reader.from("date_from", dateFrom), reader.until("date_to", dateTo))
            .open(choice("is_public", open, "true", "false"))
            .featured(choice("is_featured", featured, "true", "false"))
            .liked(choice("liked", liked, "true", "false").orElse(false));
    if (wish.words() > MOST_WORDS) {
      reader.violate("q", "must be at most " + MOST_WORDS + " words");
    }
    return wish;
  }

  private Optional<GalleryPlace> after(GallerySort sorted) {
    Optional<String> key = reader.after("cursor", cursor, PLACE);
    Optional<GalleryPlace> place = key.flatMap(text -> GalleryPlace.parse(sorted, text));
    if (key.isPresent() && place.isEmpty()) {
      reader.violate("cursor", "is not a cursor of this list");
    }
    return place;
  }

  private Optional<Boolean> choice(String name, String given, String yes, String no) {
    return reader.choice(
        name,
        given,
        word -> Optional.of(word).filter(w -> w.equals(yes) || w.equals(no)).map(yes::equals),
        yes + ", " + no);
  }
}
