package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FailureExceptionTest {

  private static final Map<String, UnaryOperator<FailureException>> ADDITIONS =
      Map.of(
          "detail", f -> f.with("reason", "vip_required"),
          "field", f -> f.onField("parameters.width", "is odd"),
          "wait", f -> f.after(Duration.ofSeconds(7)));

  @Property(tries = 100)
  void keepsEverythingInWhateverOrderItIsAdded(@ForAll("orders") List<String> order) {
    FailureException start = FailureException.of(FailureCode.RATE_LIMITED, "Too many");
    FailureException failure = start;
    for (String addition : order) {
      failure = ADDITIONS.get(addition).apply(failure);
    }

    assertThat(failure.code()).isEqualTo(FailureCode.RATE_LIMITED);
    assertThat(failure).hasMessage("Too many");
    assertThat(failure.details()).isEqualTo(Map.of("reason", "vip_required"));
    assertThat(failure.fields()).isEqualTo(Map.of("parameters.width", "is odd"));
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
    assertThat(failure.getStackTrace()).isEqualTo(start.getStackTrace());
    assertThat(start.details()).isEmpty();
    assertThat(start.fields()).isEmpty();
    assertThat(start.retryAfter()).isEmpty();
  }

  @Test
  void namesTheFirstOfSeveralFieldsAndKeepsTheirOrder() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("size", "is odd");
    fields.put("n", "is too large");

    FailureException failure =
        FailureException.invalid(fields).onField("prompt", "is required").onField("n", "is bad");

    assertThat(failure).hasMessage("size is odd");
    assertThat(failure.fields())
        .containsExactly(
            Map.entry("size", "is odd"),
            Map.entry("n", "is bad"),
            Map.entry("prompt", "is required"));
    assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
  }

  @Test
  void aNumberStaysANumber() {
    FailureException failure =
        FailureException.of(FailureCode.RATE_LIMITED, "Too many").with("limit", 60).with("n", "60");

    assertThat(failure.details()).isEqualTo(Map.of("limit", 60L, "n", "60"));
  }

  @Test
  void cannotBeChangedFromOutside() {
    FailureException failure = FailureException.invalid("n", "is too large").with("a", "b");

    assertThatThrownBy(() -> failure.fields().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> failure.details().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void survivesSerializationWithoutItsMaps() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(FailureException.invalid("n", "is too large").after(Duration.ofSeconds(3)));
    }
    try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      FailureException read = (FailureException) in.readObject();

      assertThat(read.code()).isEqualTo(FailureCode.INVALID_REQUEST);
      assertThat(read.retryAfter()).contains(Duration.ofSeconds(3));
      assertThat(read.with("a", "b").details()).containsEntry("a", "b");
    }
  }

  @Provide
  Arbitrary<List<String>> orders() {
    return Arbitraries.shuffle("detail", "field", "wait");
  }
}
