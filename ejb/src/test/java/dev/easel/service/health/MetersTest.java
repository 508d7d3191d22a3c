package dev.easel.service.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MetersTest {

  private final Meters meters = new Meters();

  private String text() {
    return new String(meters.text(), StandardCharsets.UTF_8);
  }

  @Test
  void askAGaugeAtEveryLook() {
    int[] value = {7};
    meters.gauge("easel_example", "An example", () -> value[0]++);
    assertThat(text()).contains("easel_example 7.0");
    assertThat(text()).contains("easel_example 8.0");
  }

  @Test
  void leaveOutAGaugeThatCannotBeReadAndTellTheRest() {
    meters.gauge("easel_example", "An example", () -> 7);
    meters.gauge(
        "easel_queue_depth",
        "Reads the database",
        () -> {
          throw new IllegalStateException("The database is away");
        });
    assertThat(text()).contains("easel_example 7.0").doesNotContain("easel_queue_depth ");
  }
}
