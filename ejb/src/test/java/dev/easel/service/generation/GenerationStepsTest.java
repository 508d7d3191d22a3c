package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Remark;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GenerationStepsTest {

  private House house;
  private String id;

  @BeforeEach
  void submit() {
    house = new House();
    id = house.submit(3).id();
  }

  @Test
  void aClaimIsWrittenDownBeforeAnyProviderIsAsked() {
    int number = claim();

    Generation claimed = house.stored(id);
    Attempt attempt = house.generations.findAttempt(id, number).orElseThrow();
    assertThat(claimed.status()).isEqualTo(GenerationStatus.PROCESSING);
    assertThat(claimed.modelUsed()).contains("scripted/upstream");
    assertThat(claimed.startedAt()).contains(house.clock.instant());
    assertThat(attempt.node()).isEqualTo("node");
    assertThat(attempt.endedAt()).isEmpty();
  }

  @Test
  void eachClaimTakesTheNextNumber() {
    assertThat(List.of(claim(), claim(), claim())).containsExactly(1, 2, 3);
  }

  @Test
  void anAttemptStartsWhenItHasItsSlotAndNotBefore() {
    house.cap(house.ann, 1);
    house.slots.gates =
        new SlotGates() {
          @Override
          void lock(String tenantId) {
            house.clock.pass(Duration.ofSeconds(3)); // until somebody ended and gave it up
          }
        };

    claim();

    assertThat(house.stored(id).startedAt()).contains(house.clock.instant());
  }

  @Test
  void thereIsNothingToClaimOfWhatIsUnknownOrEnded() {
    house.steps.cancel(house.ann, id);

    assertThat(house.steps.claim("gen_unknown", route(), "node")).isEmpty();
    assertThat(house.steps.claim(id, route(), "node")).isEmpty();
  }

  @Test
  void aDeliveryWritesRowsStateAndChargeTogether() {
    boolean mine = house.steps.complete(id, claim(), delivery(3));

    Generation done = house.stored(id);
    assertThat(mine).isTrue();
    assertThat(done.status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(done.delivered()).isEqualTo(3);
    assertThat(done.captured()).isEqualTo(House.EACH.times(3));
    assertThat(done.remarks()).isEmpty();
    assertThat(house.images.ofGeneration(id)).hasSize(3);
    assertThat(posted()).isEqualTo(House.GRANT.minus(House.EACH.times(3)));
    assertThat(held()).isEqualTo(Credits.ZERO);
    assertThat(house.generations.findAttempt(id, 1).flatMap(Attempt::outcome))
        .contains("completed");
  }

  @Test
  void aPartialResultIsChargedByTheImageAndSaysSo() {
    house.steps.complete(id, claim(), delivery(2, new Remark("seen", "by the provider")));

    Generation done = house.stored(id);
    assertThat(done.captured()).isEqualTo(House.EACH.times(2));
    assertThat(done.remarks()).extracting(Remark::code).containsExactly("seen", "partial_result");
    assertThat(posted()).isEqualTo(House.GRANT.minus(House.EACH.times(2)));
    assertThat(held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aFailureFreesTheHoldAndKeepsTheReason() {
    house.steps.fail(id, claim(), ErrorKind.CONTENT_REJECTED, "no");

    Generation failed = house.stored(id);
    assertThat(failed.status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(failed.errorKind()).contains(ErrorKind.CONTENT_REJECTED);
    assertThat(failed.errorMessage()).contains("no");
    assertThat(posted()).isEqualTo(House.GRANT);
    assertThat(held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void anEndlessReasonIsCutToItsColumn() {
    house.steps.fail(id, claim(), ErrorKind.RENDER_FAILED, "x".repeat(100_000));

    assertThat(house.stored(id).errorMessage().orElseThrow()).hasSize(1000);
    assertThat(house.generations.findAttempt(id, 1).flatMap(Attempt::outcome).orElseThrow())
        .hasSize(500);
  }

  @Test
  void whatIsPutBackKeepsItsHold() {
    house.steps.retryAt(id, claim(), "busy", house.clock.instant().plusSeconds(5));

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(held()).isEqualTo(House.EACH.times(3));
  }

  @Test
  void whatIsAskedToStopAndWhoseServerDiesEndsWithTheNextClaim() {
    claim();
    house.steps.cancel(house.ann, id);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);

    Optional<GenerationSteps.Claim> next = house.steps.claim(id, route(), "node");

    assertThat(next.orElseThrow().generation().status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(held()).isEqualTo(Credits.ZERO);
  }

  @ParameterizedTest
  @MethodSource("endings")
  void anOvertakenAttemptWritesNothing(Ending ending) {
    int lost = claim();
    int current = claim();

    boolean mine = ending.end(house, id, lost);

    assertThat(mine).isFalse();
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);
    assertThat(house.stored(id).attempt()).isEqualTo(current);
    assertThat(house.images.ofGeneration(id)).isEmpty();
    assertThat(held()).isEqualTo(House.EACH.times(3));
    assertThat(house.accounts.sum(Phase.POST)).isEqualTo(Credits.ZERO);
    assertThat(house.generations.findAttempt(id, lost).flatMap(Attempt::endedAt)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("endings")
  void nothingIsWrittenAfterTheEnd(Ending ending) {
    int number = claim();
    house.steps.complete(id, number, delivery(3));

    boolean mine = ending.end(house, id, number);

    assertThat(mine).isFalse();
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.accounts.sum(Phase.POST)).isEqualTo(House.EACH.times(3));
  }

  /** One way for an attempt to end. */
  interface Ending {
    boolean end(House house, String id, int number);
  }

  static Stream<Ending> endings() {
    return Stream.of(
        (house, id, number) -> house.steps.complete(id, number, delivery(1)),
        (house, id, number) -> house.steps.fail(id, number, ErrorKind.RENDER_FAILED, "late"),
        (house, id, number) -> house.steps.stopped(id, number),
        (house, id, number) -> house.steps.retryAt(id, number, "late", house.clock.instant()));
  }

  static Delivery delivery(int count, Remark... remarks) {
    return new Delivery(images(count), new RenderOutcome.Completed(List.of(remarks)));
  }

  static List<StoredImage> images(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                new StoredImage(
                    i, 7 + i, 64, 64, ImageFormat.PNG, 100, "sha", "k" + i, "t" + i, ""))
        .toList();
  }

  static Routing route() {
    return order -> Optional.of(new ModelRoute("r", order.modelId(), "scripted", "upstream", 1));
  }

  private int claim() {
    ToIntFunction<GenerationSteps.Claim> number = claim -> claim.generation().attempt();
    return number.applyAsInt(house.steps.claim(id, route(), "node").orElseThrow());
  }

  private Credits posted() {
    return house.wallet(house.ann).posted();
  }

  private Credits held() {
    return house.wallet(house.ann).held();
  }
}
