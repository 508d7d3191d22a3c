package dev.easel.domain.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.dispatch.Halt.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HaltsTest {

  @Test
  void nothingIsStoppedWithoutAHalt() {
    assertThat(Halts.none().isEmpty()).isTrue();
    assertThat(Halts.none().stops(Lane.INTERACTIVE, "ann", "m")).isFalse();
  }

  @Test
  void eachHaltStopsItsOwn() {
    assertThat(halted(Scope.ALL, "").stops(Lane.BATCH, "ann", "m")).isTrue();
    assertThat(halted(Scope.LANE, "batch").stops(Lane.BATCH, "ann", "m")).isTrue();
    assertThat(halted(Scope.LANE, "batch").stops(Lane.INTERACTIVE, "ann", "m")).isFalse();
    assertThat(halted(Scope.TENANT, "ann").stops(Lane.BATCH, "ann", "m")).isTrue();
    assertThat(halted(Scope.TENANT, "ann").stops(Lane.BATCH, "bob", "m")).isFalse();
    assertThat(halted(Scope.MODEL, "m").stops(Lane.BATCH, "ann", "m")).isTrue();
    assertThat(halted(Scope.MODEL, "m").stops(Lane.BATCH, "ann", "n")).isFalse();
  }

  @Test
  void whatTheyAreTellsThemApartAndNotTheirOrder() {
    Halt one = halt(Scope.MODEL, "m");
    Halt two = halt(Scope.TENANT, "ann");

    assertThat(new Halts(List.of(one, two)))
        .isEqualTo(new Halts(List.of(two, one)))
        .hasSameHashCodeAs(new Halts(List.of(two, one)))
        .isNotEqualTo(new Halts(List.of(one)));
  }

  private static Halts halted(Scope scope, String subject) {
    return new Halts(List.of(halt(scope, subject)));
  }

  private static Halt halt(Scope scope, String subject) {
    return new Halt(scope, subject, "", Optional.empty(), Instant.EPOCH);
  }
}
