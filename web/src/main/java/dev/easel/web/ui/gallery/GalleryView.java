package dev.easel.web.ui.gallery;

import static java.util.stream.Collectors.joining;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.identity.Caller;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What of the gallery is looked at, as its address says. What is not understood there does not
 * filter: an address is no form.
 */
public class GalleryView {

  static final int AT_ONCE = 40;

  /** As the API has it. */
  private static final int MOST_WORDS = 10;

  private static final Pattern SKIP = Pattern.compile("[1-9][0-9]{0,3}");
  private static final Pattern MONTH = Pattern.compile("[1-9][0-9]{3}-[01][0-9]");

  @QueryParam("q")
  private String words;

  /** {@code meaning}, or nothing for words. */
  @QueryParam("by")
  private String by;

  @QueryParam("tag")
  private String tag;

  @QueryParam("model")
  private String model;

  /** {@code liked}, {@code public}, {@code trash}, or nothing for all. */
  @QueryParam("show")
  private String show;

  /** {@code 2026-11}. */
  @QueryParam("month")
  private String month;

  @QueryParam("sort")
  private String sort;

  @QueryParam("after")
  private String after;

  GalleryQuery query(Caller caller) {
    return query(wish().of(caller.tenantId(), caller.userId(), isTrash()));
  }

  /** Of one collection. */
  GalleryQuery query(Caller caller, String collectionId) {
    return query(wish().in(collectionId).of(caller.tenantId(), caller.userId(), false));
  }

  /** What may be, whatever words are looked for. */
  GalleryFilter anything(Caller caller) {
    return wish().text("").of(caller.tenantId(), caller.userId(), isTrash());
  }

  /** How many of the nearest were shown already. */
  int skipped() {
    return Optional.ofNullable(after)
        .filter(SKIP.asMatchPredicate())
        .map(Integer::parseInt)
        .orElse(0);
  }

  private GalleryQuery query(GalleryFilter filter) {
    GallerySort by = GallerySort.parse(sort()).orElse(GallerySort.CREATED_AT);
    return new GalleryQuery(
        filter,
        by,
        by != GallerySort.TITLE,
        Optional.ofNullable(after).flatMap(text -> GalleryPlace.parse(by, text)),
        0,
        AT_ONCE);
  }

  private GalleryFilter.Wish wish() {
    GalleryFilter.Wish wish =
        new GalleryFilter.Wish()
            .text(Terms.words(words()).stream().limit(MOST_WORDS).collect(joining(" ")))
            .tags(tag().isEmpty() ? List.of() : List.of(tag()), false)
            .model(Optional.of(model()).filter(id -> !id.isEmpty()))
            .liked(show().equals("liked"));
    if (show().equals("public")) {
      wish.open(Optional.of(true));
    }
    inMonth()
        .ifPresent(
            in ->
                wish.made(
                    Optional.of(in.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC)),
                    Optional.of(
                        in.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC))));
    return wish;
  }

  private Optional<YearMonth> inMonth() {
    try {
      return Optional.of(month()).filter(MONTH.asMatchPredicate()).map(YearMonth::parse);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The address of what comes after a place, without a host: behind proxies that is not ours. */
  String next(UriBuilder page, String place) {
    UriBuilder next = page;
    next = with(next, "q", words());
    next = with(next, "by", by());
    next = with(next, "tag", tag());
    next = with(next, "model", model());
    next = with(next, "show", show());
    next = with(next, "month", month());
    next = with(next, "sort", sort());
    URI address = next.queryParam("after", "{place}").build(place);
    return address.getRawPath() + "?" + address.getRawQuery();
  }

  private static UriBuilder with(UriBuilder page, String name, String value) {
    return value.isEmpty()
        ? page
        : page.queryParam(name, UriBuilder.fromPath("{v}").build(value).toString());
  }

  public boolean isFirst() {
    return after == null;
  }

  public boolean isTrash() {
    return show().equals("trash");
  }

  /** Whether anything is left out. */
  public boolean isFiltered() {
    return !(words() + tag() + model() + show() + month()).isEmpty();
  }

  public String words() {
    return text(words);
  }

  public String by() {
    return text(by);
  }

  public boolean isByMeaning() {
    return by().equals("meaning") && !words().isEmpty();
  }

  public String tag() {
    return text(tag);
  }

  public String model() {
    return text(model);
  }

  public String show() {
    return text(show);
  }

  public String month() {
    return text(month);
  }

  public String sort() {
    return text(sort);
  }

  private static String text(String sent) {
    return sent == null ? "" : sent.strip();
  }
}
