package dev.easel.web.api.openai;

import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.usage.UsageRow;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A page of buckets as OpenAI prints it: what is not grouped by is null, empty buckets are told.
 */
final class ImageUsageJson {

  private ImageUsageJson() {}

  /**
   * @param rows of the buckets' time
   * @param project the one that all of it belongs to
   */
  static JsonObject page(
      ImageUsageWish wish,
      List<ImageUsageWish.Bucket> buckets,
      List<UsageRow> rows,
      String project) {
    Map<Instant, List<UsageRow>> byStart =
        rows.stream().collect(groupingBy(row -> row.start().orElseThrow()));
    JsonArrayBuilder data = WireJson.array();
    for (ImageUsageWish.Bucket bucket : buckets) {
      List<UsageRow> own = byStart.getOrDefault(wish.boundary(bucket.start()), List.of());
      data.add(bucket(bucket, own, wish, project));
    }
    Optional<String> next = next(wish, buckets);
    return WireJson.object()
        .add("object", "page")
        .add("data", data)
        .add("has_more", next.isPresent())
        .add("next_page", WireJson.text(next))
        .build();
  }

  private static Optional<String> next(ImageUsageWish wish, List<ImageUsageWish.Bucket> buckets) {
    return buckets.stream()
        .reduce((first, last) -> last)
        .map(ImageUsageWish.Bucket::end)
        .filter(end -> end.isBefore(wish.end()))
        .map(end -> QueryReader.cursor(Long.toString(end.getEpochSecond())));
  }

  private static JsonObjectBuilder bucket(
      ImageUsageWish.Bucket bucket, List<UsageRow> rows, ImageUsageWish wish, String project) {
    JsonArrayBuilder results = WireJson.array();
    rows.forEach(row -> results.add(result(row, wish, project)));
    return WireJson.object()
        .add("object", "bucket")
        .add("start_time", bucket.start().getEpochSecond())
        .add("end_time", bucket.end().getEpochSecond())
        .add("results", results);
  }

  private static JsonObjectBuilder result(UsageRow row, ImageUsageWish wish, String project) {
    boolean byProject = wish.groups().contains(ImageUsageParameters.PROJECT);
    JsonObjectBuilder result =
        WireJson.object()
            .add("object", "organization.usage.images.result")
            .add("images", row.images())
            .add("num_model_requests", row.requests())
            .add(ImageUsageParameters.PROJECT, byProject ? WireJson.text(project) : JsonValue.NULL);
    ImageUsageParameters.DIMENSIONS.forEach(
        (name, dimension) -> result.add(name, WireJson.text(row.of(dimension))));
    return result;
  }
}
