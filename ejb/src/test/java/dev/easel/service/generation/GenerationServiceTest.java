package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.GenerationRepository.RenderTime;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GenerationServiceTest {

  private House house;

  @BeforeEach
  void build() {
    house = new House();
  }

  @Test
  void anInvalidRequestCostsAndLeavesNothing() {
    FailureException failure =
        refusal(
            () ->
                house.service.submit(
                    house.ann, House.request().count(99), House.origin(), Idempotency.none()));

    assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(house.queue.waiting()).isEmpty();
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void anInputImageMustBeTheCallersOwn() {
    String foreign = delivered();

    FailureException failure =
        refusal(
            () ->
                house.service.submit(
                    house.bob,
                    House.request().source(InputWish.named("init_image", foreign)),
                    House.origin(),
                    Idempotency.none()));

    assertThat(failure.fields()).containsOnlyKeys("init_image");
  }

  @Test
  void someoneElsesGenerationDoesNotExist() {
    String id = house.submit(1).id();

    assertThat(refusal(() -> house.service.get(house.bob, id)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(refusal(() -> house.service.cancel(house.bob, id)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(
            refusal(() -> house.service.retry(house.bob, id, House.origin(), Idempotency.none()))
                .code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
  }

  @Test
  void whatIsNextIsStartingAndWhatIsBehindWaitsForTheEngine() {
    String first = house.submit(1).id();
    String second = house.submit(1).id();
    house.generations.measured.add(
        new RenderTime(House.MODEL, Operation.TEXT_TO_IMAGE, 1 << 20, 1, 3));

    GenerationDetails.Waiting next = house.service.get(house.ann, first).waiting().orElseThrow();
    GenerationDetails.Waiting behind = house.service.get(house.ann, second).waiting().orElseThrow();

    assertThat(next.position()).isEqualTo(1);
    assertThat(next.reason()).isEqualTo("starting");
    assertThat(next.etaSeconds()).contains(3);
    assertThat(behind.position()).isEqualTo(2);
    assertThat(behind.reason()).isEqualTo("engine_busy");
    assertThat(behind.etaSeconds().orElseThrow()).isGreaterThan(3);
  }

  @Test
  void whatWaitsForItsNextAttemptSaysSo() {
    String id = house.submit(1).id();
    house.provider.plays(ScriptedProvider.unavailable(Duration.ofSeconds(30)));
    house.worker.run(id);

    assertThat(house.service.get(house.ann, id).waiting().orElseThrow().reason())
        .isEqualTo("retry_backoff");
  }

  @Test
  void aFileOfAQueuedGenerationIsKnownUpToItsCount() {
    String id = house.submit(2).id();

    assertThat(house.service.get(house.ann, ImageId.of(id, 1)).generation().id()).isEqualTo(id);
    assertThat(refusal(() -> house.service.get(house.ann, ImageId.of(id, 2))).code())
        .isEqualTo(FailureCode.NOT_FOUND);
  }

  @Test
  void aQueuedGenerationIsCancelledAtOnceAndCostsNothing() {
    String id = house.submit(2).id();

    GenerationDetails after = house.service.cancel(house.ann, id);

    assertThat(after.generation().status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.queue.waiting()).isEmpty();
    assertThat(house.wallet(house.ann).available()).isEqualTo(House.GRANT);
    assertThat(house.events.types()).containsExactly(GenerationEvent.Type.CANCELLED);
  }

  @Test
  void cancellingTwiceIsFine() {
    String id = house.submit(1).id();
    house.service.cancel(house.ann, id);

    GenerationDetails after = house.service.cancel(house.ann, id);

    assertThat(after.generation().status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.events.types()).hasSize(1);
    assertThat(house.accounts.unresolved()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aRunningGenerationIsAskedToStop() {
    String id = house.submit(1).id();
    house.provider.plays(
        (order, listener) -> {
          house.service.cancel(house.ann, id);
          return listener.cancelled()
              ? new RenderOutcome.Cancelled()
              : new RenderOutcome.Failed("was not told to stop");
        });

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.CANCELLED);
    assertThat(house.wallet(house.ann).available()).isEqualTo(House.GRANT);
  }

  @Test
  void whatIsCompletedCannotBeCancelled() {
    String id = house.submit(1).id();
    house.worker.run(id);

    FailureException failure = refusal(() -> house.service.cancel(house.ann, id));

    assertThat(failure.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(failure.details()).containsEntry("status", "completed");
  }

  @Test
  void aFailedGenerationIsMadeAgainAsItWasOrdered() {
    Generation first =
        house
            .service
            .submit(
                house.ann, House.request().count(2).steps(9), House.origin(), Idempotency.none())
            .generation();
    fail(first.id());

    Submission again =
        house.service.retry(house.ann, first.id(), House.origin(), Idempotency.none());

    assertThat(again.replayed()).isFalse();
    assertThat(again.generation().id()).isNotEqualTo(first.id());
    assertThat(again.generation().order()).isEqualTo(first.order());
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH.times(2));
  }

  @Test
  void onlyWhatEndedWithoutImagesIsRetried() {
    String queued = house.submit(1).id();
    String completed = house.submit(1).id();
    house.worker.run(completed);

    assertThat(
            refusal(
                    () ->
                        house.service.retry(house.ann, queued, House.origin(), Idempotency.none()))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
    assertThat(
            refusal(
                    () ->
                        house.service.retry(
                            house.ann, completed, House.origin(), Idempotency.none()))
                .code())
        .isEqualTo(FailureCode.CONFLICT);
  }

  @Test
  void aRetryIsPaidAtTodaysPrice() {
    String id = house.submit(1).id();
    fail(id);
    house.models.price(House.MODEL, "*", 2, 2 * House.PRICE);
    house.clock.pass(Duration.ofSeconds(6));

    Generation again =
        house.service.retry(house.ann, id, House.origin(), Idempotency.none()).generation();

    assertThat(again.unitPrice()).isEqualTo(House.EACH.times(2));
  }

  @Test
  void aDeletedImageIsGoneWithItsFiles() {
    String imageId = delivered();
    Image image = house.images.find(imageId).orElseThrow();

    house.service.deleteImage(house.ann, imageId);

    assertThat(house.images.find(imageId)).isEmpty();
    assertThat(house.blobs.keys()).doesNotContain(image.blobKey(), image.thumbnailKey());
  }

  @Test
  void someoneElsesImageCannotBeDeleted() {
    String imageId = delivered();

    assertThat(refusal(() -> house.service.deleteImage(house.bob, imageId)).code())
        .isEqualTo(FailureCode.NOT_FOUND);
    assertThat(house.images.find(imageId)).isPresent();
  }

  @Test
  void theListShowsTheTenantsOwnNewestFirst() {
    String first = house.submit(1).id();
    house.clock.pass(Duration.ofSeconds(1));
    String second = house.submit(1).id();
    GenerationQuery all = GenerationQuery.newest(10);

    assertThat(house.service.list(house.ann, all).items())
        .extracting(details -> details.generation().id())
        .containsExactly(second, first);
    assertThat(house.service.list(house.bob, all).items()).isEmpty();
  }

  @Test
  void theListLeavesOutWhatIsNotWanted() {
    String kept = house.submit(1).id();
    house.service.cancel(house.ann, house.submit(1).id());

    assertThat(
            house
                .service
                .list(house.ann, GenerationQuery.newest(10).except(GenerationStatus.CANCELLED))
                .items())
        .extracting(details -> details.generation().id())
        .containsExactly(kept);
  }

  private String delivered() {
    String id = house.submit(1).id();
    house.worker.run(id);
    return ImageId.of(id, 0).value();
  }

  private void fail(String id) {
    house.provider.plays((order, listener) -> new RenderOutcome.Failed("cannot"));
    house.worker.run(id);
  }

  private static FailureException refusal(Runnable call) {
    return catchThrowableOfType(FailureException.class, call::run);
  }
}
