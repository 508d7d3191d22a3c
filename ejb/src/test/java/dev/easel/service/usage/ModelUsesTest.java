package dev.easel.service.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.Lifecycle;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.KeyRights;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.domain.usage.ModelUse;
import dev.easel.domain.usage.TrafficRepository;
import dev.easel.domain.usage.UsageQuery;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.MovableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ModelUsesTest {

  private static final Caller ANN = new Caller("ten_1", "user_1", "key_1", "pro", false);

  private final MovableClock clock = new MovableClock();
  private final ModelUses uses = new ModelUses();
  private final Caller operator =
      new Caller("ten_0", "user_0", "key_0", "pro", true, true, KeyRights.all(), "key_0");

  @BeforeEach
  void open() {
    uses.clock = clock;
    uses.catalog =
        new InMemoryCatalog()
            .model("alive")
            .model("dying", Map.of("lifecycle", Lifecycle.DEPRECATED, "successorId", "alive"))
            .model("dead", Map.of("lifecycle", Lifecycle.RETIRED));
    uses.traffic = new Asked(List.of(use("alive"), use("dying"), use("dead")));
  }

  @Test
  void onlyWhoAsksForWhatEndsIsToBeTold() {
    assertThat(uses.ofEnding(operator))
        .extracting(ending -> ending.model().id() + " of " + ending.use().keyId())
        .containsExactly("dying of key_dying", "dead of key_dead");
  }

  @Test
  void theyAreToldWhatToGoOnWith() {
    assertThat(uses.ofEnding(operator).get(0).model().successorId()).contains("alive");
  }

  @Test
  void aModelIsLookedUpAloneWhateverItsLife() {
    assertThat(uses.of(operator, "alive")).extracting(ModelUse::keyId).containsExactly("key_alive");
  }

  @Test
  void whatWasAskedLongAgoDoesNotCount() {
    clock.pass(ModelUses.PERIOD.plusSeconds(1));

    assertThat(uses.ofEnding(operator)).isEmpty();
  }

  @Test
  void othersAreNotToldOfIt() {
    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> uses.ofEnding(ANN));

    assertThat(refused.code()).isEqualTo(FailureCode.FORBIDDEN);
  }

  private ModelUse use(String model) {
    return new ModelUse(
        model,
        "ten_1",
        "One",
        "key_" + model,
        Optional.empty(),
        Optional.empty(),
        1,
        clock.instant());
  }

  /** Answers from what was asked for. */
  private record Asked(List<ModelUse> all) implements TrafficRepository {

    @Override
    public List<LatencyRow> latency(UsageQuery query) {
      throw new UnsupportedOperationException("Nobody asked for speed");
    }

    @Override
    public List<ModelUse> uses(Set<String> modelIds, Instant since, int limit) {
      return all.stream()
          .filter(use -> modelIds.contains(use.modelId()) && !use.lastAt().isBefore(since))
          .limit(limit)
          .toList();
    }
  }
}
