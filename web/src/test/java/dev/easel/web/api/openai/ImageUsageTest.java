package dev.easel.web.api.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ImageUsageTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final long DAY = 86_400;
  private static final long MIDNIGHT = Instant.parse("2026-11-01T00:00:00Z").getEpochSecond();

  private final MultivaluedHashMap<String, String> query = new MultivaluedHashMap<>();

  @Test
  void sevenDaysAreAPage() {
    query.putSingle("start_time", "" + MIDNIGHT);

    List<ImageUsageWish.Bucket> buckets = read().buckets();

    assertThat(buckets).hasSize(7);
    assertThat(buckets.get(6).end()).isEqualTo("2026-11-08T00:00:00Z");
  }

  @Test
  void bucketsEndAtMidnightAndWithThePeriod() {
    query.putSingle("start_time", "" + (MIDNIGHT + 100));
    query.putSingle("end_time", "" + (MIDNIGHT + DAY + 50));

    assertThat(read().buckets())
        .containsExactly(
            bucket(MIDNIGHT + 100, MIDNIGHT + DAY), bucket(MIDNIGHT + DAY, MIDNIGHT + DAY + 50));
  }

  @Test
  void limitsDependOnTheWidth() {
    query.putSingle("start_time", "" + MIDNIGHT);
    query.putSingle("bucket_width", "1m");
    assertThat(read().buckets()).hasSize(60);
    query.putSingle("limit", "1440");
    assertThat(read().buckets()).hasSize(1440);
    query.putSingle("bucket_width", "1h");
    refuses("limit");
    query.putSingle("limit", "168");
    assertThat(read().buckets()).hasSize(168);
  }

  @Test
  void theStartIsRequiredAndTimesAreSeconds() {
    refuses("start_time");
    query.putSingle("start_time", "2026-11-01");
    refuses("start_time");
    query.putSingle("start_time", "" + MIDNIGHT);
    query.putSingle("end_time", "" + MIDNIGHT);
    refuses("end_time");
  }

  @Test
  void listsComeWithAndWithoutBrackets() {
    query.putSingle("start_time", "" + MIDNIGHT);
    query.put("group_by[]", List.of("model", "size"));
    query.put("models", List.of("a,b", "c"));
    query.putSingle("project_ids", "ten_2");

    ImageUsageWish wish = read();

    assertThat(wish.dimensions()).containsExactly(Dimension.MODEL, Dimension.SIZE);
    assertThat(wish.only()).containsOnly(Map.entry(Dimension.MODEL, Set.of("a", "b", "c")));
    assertThat(wish.projects()).contains(Set.of("ten_2"));
    query.putSingle("group_by", "day");
    refuses("group_by");
  }

  @Test
  void aPageGoesOnWhereTheOneBeforeEnded() {
    query.putSingle("start_time", "" + (MIDNIGHT + 100));
    query.putSingle("end_time", "" + (MIDNIGHT + 2 * DAY));
    query.putSingle("limit", "1");
    JsonObject first = page(List.of());

    query.putSingle("page", first.getString("next_page"));
    JsonObject second = page(List.of());

    assertThat(first.getBoolean("has_more")).isTrue();
    assertThat(second.getJsonArray("data").getJsonObject(0).getInt("start_time"))
        .isEqualTo((int) (MIDNIGHT + DAY));
    assertThat(second.getBoolean("has_more")).isFalse();
    assertThat(second.get("next_page")).isEqualTo(JsonValue.NULL);
  }

  @Test
  void sumsComeInTheBucketOfTheirTimeAndWhatIsNotGroupedByIsNull() {
    query.putSingle("start_time", "" + (MIDNIGHT + 100));
    query.putSingle("group_by", "model,project_id");
    UsageRow row =
        new UsageRow(
            Map.of(Dimension.MODEL, "m"),
            Optional.of(Instant.ofEpochSecond(MIDNIGHT)),
            3,
            2,
            1,
            0,
            Credits.ZERO);

    JsonObject bucket = page(List.of(row)).getJsonArray("data").getJsonObject(0);

    assertThat(bucket)
        .hasToString(
            ("{'object':'bucket','start_time':%d,'end_time':%d,'results':[{'object':"
                    + "'organization.usage.images.result','images':2,'num_model_requests':3,"
                    + "'project_id':'ten_1','user_id':null,'api_key_id':null,'model':'m',"
                    + "'size':null,'source':null}]}")
                .formatted(MIDNIGHT + 100, MIDNIGHT + DAY)
                .replace('\'', '"'));
  }

  private JsonObject page(List<UsageRow> rows) {
    ImageUsageWish wish = read();
    return ImageUsageJson.page(wish, wish.buckets(), rows, "ten_1");
  }

  private void refuses(String field) {
    assertThatThrownBy(this::read)
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.fields()).containsOnlyKeys(field));
  }

  private ImageUsageWish read() {
    return new ImageUsageParameters(query).read(NOW);
  }

  private static ImageUsageWish.Bucket bucket(long start, long end) {
    return new ImageUsageWish.Bucket(Instant.ofEpochSecond(start), Instant.ofEpochSecond(end));
  }
}
