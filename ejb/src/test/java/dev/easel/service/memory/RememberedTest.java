package dev.easel.service.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RememberedTest {

  private final AtomicLong millis = new AtomicLong(1_000);
  private final AtomicInteger reads = new AtomicInteger();
  private final Remembered<String, Integer> remembered =
      new Remembered<>(millis::get, Duration.ofSeconds(4));

  private int ask(String key) {
    return remembered.get(key, reads::incrementAndGet);
  }

  @Test
  void isReadOnceWhileItCounts() {
    assertThat(ask("a")).isEqualTo(1);
    millis.addAndGet(3_999);
    assertThat(ask("a")).isEqualTo(1);
    assertThat(ask("b")).isEqualTo(2);
  }

  @Test
  void isReadAnewWhenItsTimeIsOver() {
    ask("a");
    millis.addAndGet(4_000);
    assertThat(remembered.get("a")).isEmpty();
    assertThat(ask("a")).isEqualTo(2);
  }

  @Test
  void isReadAnewAfterItWasForgotten() {
    ask("a");
    ask("b");
    remembered.forget("a");
    assertThat(ask("a")).isEqualTo(3);
    remembered.forgetIf("b"::equals);
    assertThat(ask("b")).isEqualTo(4);
  }

  @Test
  void doesNotGrowWithoutBound() {
    for (int i = 0; i < 30_000; i++) {
      remembered.put("key " + i, i);
    }
    int kept = 0;
    for (int i = 0; i < 30_000; i++) {
      kept += remembered.get("key " + i).isPresent() ? 1 : 0;
    }
    assertThat(kept).isLessThanOrEqualTo(10_000);
  }
}
