package dev.easel.web.api.openai;

import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.usage.Dimension;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.UsageParameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Query parameters of {@code organization/usage/images}; lists come with and without brackets. */
final class ImageUsageParameters {

  /** A project is a tenant, of which a caller has one; it is no dimension of the report. */
  static final String PROJECT = "project_id";

  /** What can be grouped by, in the order in which OpenAI lists it. */
  static final Map<String, Dimension> DIMENSIONS = new LinkedHashMap<>();

  /** Parameters that leave others out. */
  private static final Map<String, Dimension> FILTERS = new LinkedHashMap<>();

  static {
    DIMENSIONS.put("user_id", Dimension.USER);
    DIMENSIONS.put("api_key_id", Dimension.KEY);
    DIMENSIONS.put("model", Dimension.MODEL);
    DIMENSIONS.put("size", Dimension.SIZE);
    DIMENSIONS.put("source", Dimension.SOURCE);
    FILTERS.put("user_ids", Dimension.USER);
    FILTERS.put("api_key_ids", Dimension.KEY);
    FILTERS.put("models", Dimension.MODEL);
    FILTERS.put("sizes", Dimension.SIZE);
    FILTERS.put("sources", Dimension.SOURCE);
  }

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
  private static final int MOST_VALUES = 100;

  private final MultivaluedMap<String, String> query;
  private final QueryReader reader = new QueryReader();

  ImageUsageParameters(MultivaluedMap<String, String> query) {
    this.query = query;
  }

  /** How long a bucket is, and how many of them a page has. */
  enum Width {
    MINUTE("1m", Duration.ofMinutes(1), 60, 1440),
    HOUR("1h", Duration.ofHours(1), 24, 168),
    DAY("1d", Duration.ofDays(1), 7, 31);

    final Duration length;
    private final String wire;
    private final int usual;
    private final int most;

    Width(String wire, Duration length, int usual, int most) {
      this.wire = wire;
      this.length = length;
      this.usual = usual;
      this.most = most;
    }

    private static Optional<Width> parse(String text) {
      return List.of(values()).stream().filter(width -> width.wire.equals(text)).findFirst();
    }
  }

  /**
   * @param now the end, if none is told
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  ImageUsageWish read(Instant now) {
    Instant start = seconds("start_time").orElse(null);
    if (!reader.has(query.getFirst("start_time"))) {
      reader.violate("start_time", "is required");
    }
    Instant end = seconds("end_time").orElse(Instant.ofEpochSecond(now.getEpochSecond() + 1));
    Width width =
        reader
            .choice("bucket_width", query.getFirst("bucket_width"), Width::parse, "1m, 1h, 1d")
            .orElse(Width.DAY);
    int limit = reader.number("limit", query.getFirst("limit"), width.usual, width.most);
    Instant page =
        reader
            .after("page", query.getFirst("page"), SECONDS)
            .map(text -> Instant.ofEpochSecond(Long.parseLong(text)))
            .orElse(start);
    Set<String> groups = groups();
    Map<Dimension, Set<String>> only = only();
    Optional<Set<String>> projects = values("project_ids").map(LinkedHashSet::new);
    if (start != null && !start.isBefore(end)) {
      reader.violate("end_time", "must be after start_time");
    }
    reader.check();
    Instant from = page.isBefore(start) ? start : page;
    return new ImageUsageWish(from, end, width.length, limit, groups, only, projects);
  }

  private Optional<Instant> seconds(String name) {
    Optional<String> text = Optional.ofNullable(query.getFirst(name)).filter(reader::has);
    Optional<Instant> time =
        text.filter(SECONDS.asMatchPredicate()).map(t -> Instant.ofEpochSecond(Long.parseLong(t)));
    if (text.isPresent() && time.isEmpty()) {
      reader.violate(name, "must be a time in Unix seconds");
    }
    return time;
  }

  private Set<String> groups() {
    Set<String> groups = new LinkedHashSet<>(values("group_by").orElse(List.of()));
    List<String> known = new ArrayList<>(DIMENSIONS.keySet());
    known.add(0, PROJECT);
    if (!known.containsAll(groups)) {
      reader.violate("group_by", "must be some of: " + String.join(", ", known));
    }
    return groups;
  }

  private Map<Dimension, Set<String>> only() {
    Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
    FILTERS.forEach(
        (name, dimension) ->
            values(name).ifPresent(found -> only.put(dimension, new LinkedHashSet<>(found))));
    return only;
  }

  /** {@code name=a&name=b}, {@code name[]=a}, {@code name=a,b}; empty if there is none. */
  private Optional<List<String>> values(String name) {
    List<String> given = new ArrayList<>(query.getOrDefault(name, List.of()));
    given.addAll(query.getOrDefault(name + "[]", List.of()));
    List<String> words = UsageParameters.words(given);
    if (words.size() > MOST_VALUES) {
      reader.violate(name, "must have at most " + MOST_VALUES + " values");
    } else if (!words.stream().allMatch(StoredText::isStorable)) {
      reader.violate(name, "must not contain U+0000");
    }
    return Optional.of(words).filter(found -> !found.isEmpty());
  }
}
