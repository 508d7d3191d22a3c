package dev.easel.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class JsonInputTest {

  @Test
  void camelCaseIsAnAlias() {
    assertThat(input("{\"numOutputs\":3}").integer("num_outputs")).isEqualTo(3);
  }

  @Test
  void absentAndNullAreTheSame() {
    JsonInput input = input("{\"a\":null}");

    assertThat(input.text("a")).isNull();
    assertThat(input.object("b").integer("c")).isNull();
    input.check();
  }

  @Test
  void wrongTypesAreToldTogether() {
    JsonInput input = input("{\"a\":1,\"b\":{\"c\":\"x\",\"d\":1.5,\"e\":1e99999999}}");
    input.text("a");
    input.object("b").integer("c");
    input.object("b").integer("d");
    input.object("b").integer("e");

    assertThatThrownBy(input::check)
        .asInstanceOf(type(FailureException.class))
        .satisfies(
            refused ->
                assertThat(refused.fields())
                    .containsEntry("a", "must be a string")
                    .containsEntry("b.c", "must be an integer")
                    .containsEntry("b.d", "must be an integer")
                    .containsEntry("b.e", "is out of range"));
  }

  @Test
  void whatNoDatabaseTakesIsNoText() {
    JsonInput input = input("{\"a\":\"x\\u0000\",\"b\":\"\\ud83c\",\"c\":\"\\ud83c\\udf05\"}");
    input.text("a");
    input.text("b");

    assertThat(input.text("c")).isEqualTo("🌅");
    assertThatThrownBy(input::check)
        .asInstanceOf(type(FailureException.class))
        .satisfies(refused -> assertThat(refused.fields()).containsOnlyKeys("a", "b"));
  }

  @Test
  void strangersAreNamedByTheirPaths() {
    JsonInput nested =
        input("{\"o\":{\"in_use\":1,\"inUse\":2,\"otherOne\":3,\"x\":4}}").object("o");

    // An alias beside the name it stands for is not read, so it counts as a stranger.
    assertThat(nested.strangers(Set.of("in_use", "other_one"))).containsExactly("o.inUse", "o.x");
  }

  @Test
  void strangersAreRefusedByTheirPathsAndNotAllOfThem() {
    StringBuilder many = new StringBuilder("{\"known\":1");
    IntStream.range(0, 50).forEach(i -> many.append(",\"x").append(i).append("\":1"));
    JsonInput nested = input("{\"o\":" + many + "}}").object("o");
    nested.refuseStrangers(Set.of("known"));

    assertThat(refused(nested).fields())
        .hasSize(20)
        .containsEntry("o.x0", "is not known here")
        .doesNotContainKey("o.known");
  }

  @Test
  void timesHaveAnOffset() {
    JsonInput input = input("{\"a\":\"2027-01-31T13:00:00+01:00\",\"b\":\"2027-01-31\",\"c\":1}");

    assertThat(input.time("a")).isEqualTo(Instant.parse("2027-01-31T12:00:00Z"));
    assertThat(input.time("b")).isNull();
    assertThat(input.time("c")).isNull();
    assertThat(input.time("d")).isNull();
    assertThat(refused(input).fields()).containsOnlyKeys("b", "c");
  }

  @Test
  void whatIsSentAsNullIsNotAbsent() {
    JsonInput input = input("{\"a_b\":null,\"cD\":null,\"e\":1}");

    assertThat(input.isNull("a_b")).isTrue();
    assertThat(input.isNull("c_d")).isTrue();
    assertThat(input.isNull("e")).isFalse();
    assertThat(input.isNull("f")).isFalse();
  }

  @Test
  void aBodyThatIsMissingIsAskedFor() {
    assertThatThrownBy(() -> JsonInput.required(null))
        .isInstanceOf(FailureException.class)
        .hasMessageContaining("body is required");
  }

  private static FailureException refused(JsonInput input) {
    return catchThrowableOfType(FailureException.class, input::check);
  }

  private static JsonInput input(String json) {
    return JsonInput.of(WireJson.parse(json), "hash");
  }
}
