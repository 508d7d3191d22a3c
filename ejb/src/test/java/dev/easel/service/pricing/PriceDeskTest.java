package dev.easel.service.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.MovableClock;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.pricing.PublishedPrices.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PriceDeskTest {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);

  private final InMemoryCatalog stored = new InMemoryCatalog();
  private final MovableClock clock = new MovableClock();
  private final PriceDesk desk = new PriceDesk();

  @BeforeEach
  void build() {
    desk.audit = new RecordingTrail();
    desk.catalog = stored;
    desk.clock = clock;
    stored.model("a").price("a", "*", 1, 10);
  }

  @Test
  void aNewPriceIsANewVersionAndTheOldOneStays() {
    PublishedPrices published = publish(20, Optional.empty());

    assertThat(published.list().version()).isEqualTo(2);
    assertThat(published.rules().get(0).id()).isEqualTo("a:2:1");
    assertThat(states()).containsExactly(State.ACTIVE, State.SUPERSEDED);
    assertThat(desk.versions("a").get(1).rules()).hasSize(1);
    assertThat(stored.pricesAt(clock.instant()))
        .extracting(rule -> rule.terms().usdMicros())
        .containsExactly(20L);
  }

  @Test
  void aScheduledVersionCountsFromItsTimeOn() {
    publish(20, Optional.of(clock.instant().plusSeconds(60)));
    assertThat(states()).containsExactly(State.SCHEDULED, State.ACTIVE);

    clock.pass(Duration.ofSeconds(60));

    assertThat(states()).containsExactly(State.ACTIVE, State.SUPERSEDED);
  }

  @Test
  void whoPublishesAfterAVersionThatIsNoLongerTheNewestIsTold() {
    publish(20, Optional.empty());

    FailureException refusal =
        catchThrowableOfType(
            FailureException.class,
            () -> desk.publish("a", terms(30), Optional.empty(), Optional.of(1), "late", CALLER));

    assertThat(refusal.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(desk.versions("a")).hasSize(2);
  }

  private PublishedPrices publish(long usdMicros, Optional<Instant> activeFrom) {
    return desk.publish("a", terms(usdMicros), activeFrom, Optional.empty(), "test", CALLER);
  }

  private List<State> states() {
    return desk.versions("a").stream().map(PublishedPrices::state).toList();
  }

  private static List<PriceTerms> terms(long usdMicros) {
    return List.of(PriceTerms.flat("*", usdMicros));
  }
}
