package dev.easel.web.api;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.Dimension;
import dev.easel.service.usage.UsageReports;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a report of usage is to be about.
 *
 * @param until exclusive
 * @param groups {@code model}, {@code key} and {@code day}, in the order in which they were asked
 */
public record UsageParameters(Instant from, Instant until, Set<String> groups) {

  /** The word for days, which are steps of time and no dimension. */
  public static final String DAY = "day";

  private static final String MODEL = Dimension.MODEL.wire();
  private static final List<String> KNOWN = List.of(MODEL, Dimension.KEY.wire(), DAY);

  /** Names of the parameters that begin and end the period. */
  public record Names(String from, String until) {}

  /**
   * Without a period it is the current month, UTC; without groups it is by model.
   *
   * @param groupBy words, or several of them with commas between
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public static UsageParameters read(
      Names names, String from, String until, List<String> groupBy, Instant now) {
    QueryReader reader = new QueryReader();
    Instant end = reader.until(names.until(), until).orElseGet(() -> tomorrow(now));
    Instant start = reader.from(names.from(), from).orElseGet(() -> monthOf(end));
    judge(reader, names, start, end);
    Set<String> groups = groups(reader, groupBy);
    reader.check();
    return new UsageParameters(start, end, groups);
  }

  /** Notes what is wrong with a period. */
  private static void judge(QueryReader reader, Names names, Instant start, Instant end) {
    if (!start.isBefore(end)) {
      reader.violate(names.until(), "must be after " + names.from());
    } else if (start.plus(UsageReports.LONGEST).isBefore(end)) {
      long days = UsageReports.LONGEST.toDays();
      reader.violate(names.until(), "must be within " + days + " days of " + names.from());
    }
  }

  /** What has rows of its own, besides days. */
  public Set<Dimension> dimensions() {
    Set<Dimension> all = EnumSet.allOf(Dimension.class);
    all.removeIf(dimension -> !groups.contains(dimension.wire()));
    return all;
  }

  public boolean daily() {
    return groups.contains(DAY);
  }

  private static Set<String> groups(QueryReader reader, List<String> groupBy) {
    Set<String> groups = new LinkedHashSet<>(words(groupBy));
    if (!KNOWN.containsAll(groups)) {
      reader.violate("group_by", "must be some of: " + String.join(", ", KNOWN));
    }
    return groups.isEmpty() ? Set.of(MODEL) : groups;
  }

  /** Words that may come one by one or with commas between. */
  public static List<String> words(List<String> given) {
    return Optional.ofNullable(given).stream()
        .flatMap(List::stream)
        .flatMap(text -> Stream.of(text.split(",")))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .distinct()
        .toList();
  }

  private static Instant tomorrow(Instant now) {
    return now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
  }

  /** Beginning of the month that ends then or that this is in. */
  private static Instant monthOf(Instant end) {
    OffsetDateTime last = end.minusNanos(1).atOffset(ZoneOffset.UTC);
    return last.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1).toInstant();
  }
}
