package dev.easel.service.generation;

import static dev.easel.service.generation.GenerationEvent.Type.CANCELLED;
import static dev.easel.service.generation.GenerationEvent.Type.COMPLETED;
import static dev.easel.service.generation.GenerationEvent.Type.FAILED;
import static dev.easel.service.generation.GenerationEvent.Type.PREVIEW;
import static dev.easel.service.generation.GenerationEvent.Type.PROGRESS;
import static dev.easel.service.generation.GenerationEvent.Type.QUEUED;
import static dev.easel.service.generation.GenerationEvent.Type.STARTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRunner.Again;
import dev.easel.domain.generation.GenerationRunner.Ended;
import dev.easel.domain.generation.GenerationRunner.Turn;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Remark;
import dev.easel.fake.ScriptedProvider;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.awt.image.BufferedImage;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RenderWorkerTest {

  private House house;
  private String id;

  @BeforeEach
  void submit() {
    house = new House();
    id = house.submit(2).id();
  }

  @Test
  void whatTheProviderDeliversIsStoredChargedAndTold() {
    Turn again = house.worker.run(id);

    assertThat(again).isEqualTo(new Ended());
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.stored(id).captured()).isEqualTo(House.EACH.times(2));
    assertThat(house.images.ofGeneration(id)).extracting(Image::seed).containsExactly(7L, 8L);
    assertThat(house.events.types()).containsExactly(STARTED, COMPLETED);
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void theProviderGetsWhatWasOrdered() {
    house.worker.run(id);

    RenderOrder order = house.provider.orders().get(0);
    assertThat(order.generationId()).isEqualTo(id);
    assertThat(order.attempt()).isEqualTo(1);
    assertThat(order.upstreamModel()).isEqualTo("scripted-test-model");
    assertThat(order.prompt()).isEqualTo("a lake");
    assertThat(List.of(order.width(), order.height(), order.count(), order.steps()))
        .containsExactly(1024, 1024, 2, 30);
  }

  @Test
  void aPartialDeliveryIsChargedByTheImage() {
    house.provider.plays(ScriptedProvider.delivers(1));

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.stored(id).captured()).isEqualTo(House.EACH);
    assertThat(house.stored(id).remarks())
        .extracting(Remark::code)
        .containsExactly("partial_result");
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void warningsOfTheProviderAreKept() {
    Remark warning = new Remark("safety_filter", "softened");
    house.provider.plays(
        ScriptedProvider.deliversOneThen(new RenderOutcome.Completed(List.of(warning))));

    house.worker.run(id);

    assertThat(house.stored(id).remarks()).contains(warning);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void whatFailsCostsNothingAndLeavesNoFile(ScriptedProvider.Script script, ErrorKind kind) {
    house.provider.plays(script);

    Turn again = house.worker.run(id);

    assertThat(again).isEqualTo(new Ended());
    assertThat(house.stored(id).errorKind()).contains(kind);
    assertThat(house.events.types()).containsExactly(STARTED, FAILED);
    assertNothingRemains(GenerationStatus.FAILED);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        failing(
            ScriptedProvider.deliversOneThen(new RenderOutcome.Refused("nsfw")),
            ErrorKind.CONTENT_REJECTED),
        failing((order, listener) -> new RenderOutcome.Failed("cannot"), ErrorKind.RENDER_FAILED),
        failing(ScriptedProvider.delivers(0), ErrorKind.RENDER_FAILED),
        failing(
            (order, listener) -> {
              ScriptedProvider.delivers(1).play(order, listener);
              throw new IllegalStateException("a defect");
            },
            ErrorKind.RENDER_FAILED));
  }

  private static Arguments failing(ScriptedProvider.Script script, ErrorKind kind) {
    return Arguments.of(script, kind);
  }

  @Test
  void aFullDiskFailsTheJobAndFreesTheHold() {
    house.blobs.roomFor(3);

    house.worker.run(id);

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.STORAGE_FAILED);
    assertNothingRemains(GenerationStatus.FAILED);
  }

  @Test
  void aStoreThatDoesNotAnswerIsWaitedFor() {
    house.blobs.silent(2); // the image, and the clean-up after it

    Turn turn = house.worker.run(id);

    assertThat(turn).isInstanceOf(Again.class);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    house.worker.run(id);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void aDiskThatLetsGoOfNothingKeepsNoJobFromItsEnd() {
    house.blobs.stuck("images/");
    house.blobs.roomFor(3);

    assertThat(house.worker.run(id)).isEqualTo(new Ended());

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.STORAGE_FAILED);
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void theLeftOversOfALostAttemptDoNotStopTheNext() {
    house.steps.claim(id, GenerationStepsTest.route(), "node");
    house.blobs.stuck("images/");

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void whenStoppedNothingRemains() {
    house.provider.plays(
        (order, listener) -> {
          house.steps.cancel(house.ann, id);
          return ScriptedProvider.deliversOneThen(new RenderOutcome.Cancelled())
              .play(order, listener);
        });

    house.worker.run(id);

    assertThat(house.events.types()).containsExactly(STARTED, CANCELLED);
    assertNothingRemains(GenerationStatus.CANCELLED);
  }

  @Test
  void aProviderThatCannotServeIsAskedAgainAfterItsPauseDoubled() {
    house.provider.plays(ScriptedProvider.unavailable(Duration.ofSeconds(10)));
    Instant now = house.clock.instant();

    assertThat(house.worker.run(id)).isEqualTo(new Again(now.plusSeconds(10)));
    assertThat(house.worker.run(id)).isEqualTo(new Again(now.plusSeconds(20)));
    assertThat(house.worker.run(id)).isEqualTo(new Again(now.plusSeconds(40)));
    assertThat(house.events.types())
        .containsExactly(STARTED, QUEUED, STARTED, QUEUED, STARTED, QUEUED);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.blobs.keys()).isEmpty();
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH.times(2));
  }

  @Test
  void whatWasDeliveredBeforeTheProviderFailedIsKeptAndChargedByTheImage() {
    house.provider.plays(
        ScriptedProvider.deliversOneThen(new RenderOutcome.Failed("out of memory")));

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.stored(id).captured()).isEqualTo(House.EACH);
    assertThat(house.stored(id).remarks())
        .extracting(Remark::code)
        .containsExactly("provider_failed", "partial_result");
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void aPartOfAnAttemptThatIsMadeAgainIsNotKept() {
    house.provider.plays(
        ScriptedProvider.deliversOneThen(
            new RenderOutcome.Unavailable("Busy", Duration.ofSeconds(1))));

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.blobs.keys()).isEmpty();
  }

  @Test
  void afterFourAttemptsItGivesUp() {
    house.provider.plays(ScriptedProvider.unavailable(Duration.ofSeconds(10)));
    for (int attempt = 1; attempt < 4; attempt++) {
      house.worker.run(id);
    }

    assertThat(house.worker.run(id)).isEqualTo(new Ended());
    assertThat(house.stored(id).errorKind()).contains(ErrorKind.MODEL_UNAVAILABLE);
    assertNothingRemains(GenerationStatus.FAILED);
  }

  @Test
  void aSecondTryCanSucceed() {
    house.provider.plays(ScriptedProvider.unavailable(Duration.ofSeconds(10)));
    house.worker.run(id);
    house.provider.plays(ScriptedProvider.deliversAll());

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertThat(house.stored(id).attempt()).isEqualTo(2);
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void whatKeepsKillingItsServerIsGivenUp() {
    for (int crash = 0; crash < 4; crash++) {
      house.steps.claim(id, GenerationStepsTest.route(), "node");
    }

    house.worker.run(id);

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.RENDER_FAILED);
    assertThat(house.provider.orders()).isEmpty();
    assertNothingRemains(GenerationStatus.FAILED);
  }

  @Test
  void whatADeadAttemptStoredIsRemovedByTheNext() {
    house.provider.plays(
        (order, listener) -> {
          ScriptedProvider.delivers(2).play(order, listener);
          throw new Crash();
        });
    assertThat(catchThrowable(() -> house.worker.run(id))).isInstanceOf(Crash.class);
    house.provider.plays(ScriptedProvider.delivers(1));

    house.worker.run(id);

    assertThat(house.blobs.keys()).allMatch(key -> key.contains("/2/")).hasSize(2);
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void anAttemptThatIsOvertakenWhileItRendersLeavesNothing() {
    house.provider.plays(
        (order, listener) -> {
          house.provider.plays(ScriptedProvider.deliversAll());
          house.worker.run(id);
          return ScriptedProvider.delivers(2).play(order, listener);
        });

    house.worker.run(id);

    assertThat(house.stored(id).attempt()).isEqualTo(2);
    assertThat(house.stored(id).captured()).isEqualTo(House.EACH.times(2));
    assertThat(house.events.types()).containsExactly(STARTED, STARTED, COMPLETED);
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @Test
  void aModelThatLostItsRouteFails() {
    house.models.withoutRoutes();
    house.clock.pass(Duration.ofSeconds(6));

    house.worker.run(id);

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.MODEL_UNAVAILABLE);
    assertNothingRemains(GenerationStatus.FAILED);
  }

  @Test
  void aGenerationThatEndedIsLeftAlone() {
    house.service.cancel(house.ann, id);

    assertThat(house.worker.run(id)).isEqualTo(new Ended());
    assertThat(house.provider.orders()).isEmpty();
  }

  @Test
  void whatWasCancelledWhileItsServerWasDeadEndsWithoutRendering() {
    house.steps.claim(id, GenerationStepsTest.route(), "node");
    house.service.cancel(house.ann, id);

    house.worker.run(id);

    assertThat(house.provider.orders()).isEmpty();
    assertThat(house.events.types()).containsExactly(CANCELLED);
    assertNothingRemains(GenerationStatus.CANCELLED);
  }

  @Test
  void aCancelOnAnotherServerIsSeenWithinSeconds() {
    house.provider.plays(
        (order, listener) -> {
          house.steps.cancel(house.ann, id);
          house.clock.pass(Duration.ofSeconds(3));
          return listener.cancelled()
              ? new RenderOutcome.Cancelled()
              : new RenderOutcome.Failed("was not told to stop");
        });

    house.worker.run(id);

    assertNothingRemains(GenerationStatus.CANCELLED);
  }

  @Test
  void progressAndPreviewsAreToldInOrder() {
    BufferedImage sketch = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    house.provider.plays(
        (order, listener) -> {
          listener.progress(0.5);
          listener.progress(0.505);
          listener.preview(0, sketch);
          listener.preview(0, sketch);
          listener.preview(1, sketch);
          return ScriptedProvider.deliversAll().play(order, listener);
        });

    house.worker.run(id);

    assertThat(house.events.types())
        .containsExactly(STARTED, PROGRESS, PREVIEW, PREVIEW, PREVIEW, COMPLETED);
    assertThat(house.events.published().subList(2, 5))
        .extracting(e -> e.imageIndex() + "." + e.previewIndex())
        .containsExactly("0.0", "0.1", "1.0");
  }

  @Test
  void anInputImageDeletedMeanwhileFailsTheJob() {
    house.worker.run(id);
    String input = ImageId.of(id, 0).value();
    Generation second =
        house
            .service
            .submit(
                house.ann,
                House.request().source(InputWish.named("init_image", input)),
                House.origin(),
                Idempotency.none())
            .generation();
    house.service.deleteImage(house.ann, input);

    house.worker.run(second.id());

    assertThat(house.stored(second.id()).errorKind()).contains(ErrorKind.INVALID_IMAGE);
  }

  @Test
  void aDeliveryWhoseCommitIsInDoubtKeepsItsFiles() {
    house.use(
        new TransactionalSteps(house.database) {
          @Override
          public boolean complete(String generationId, int number, Delivery delivery) {
            super.complete(generationId, number, delivery);
            throw new IllegalStateException("The connection broke after the commit");
          }
        });

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.COMPLETED);
    assertEveryRowHasItsFilesAndViceVersa();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22001", "22021"})
  void aResultTheDatabaseWillNeverTakeFailsAtOnceAndFreesTheHold(String state) {
    house.use(refusing(state));

    assertThat(house.worker.run(id)).isEqualTo(new Ended());

    assertThat(house.stored(id).errorKind()).contains(ErrorKind.STORAGE_FAILED);
    assertThat(house.events.types()).containsExactly(STARTED, FAILED);
    assertNothingRemains(GenerationStatus.FAILED);
  }

  @Test
  void aDatabaseThatIsAwayIsTriedAgain() {
    house.use(refusing("08006"));

    assertThat(catchThrowable(() -> house.worker.run(id))).isInstanceOf(EJBException.class);
    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.PROCESSING);
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH.times(2));
  }

  private GenerationSteps refusing(String state) {
    return new TransactionalSteps(house.database) {
      @Override
      public boolean complete(String generationId, int number, Delivery delivery) {
        throw new EJBException(new PersistenceException(new SQLException("refused", state)));
      }
    };
  }

  @Test
  void nothingCountsAsRunningAfterwards() {
    house.worker.run(id);

    assertThat(house.running.count()).isZero();
  }

  private void assertNothingRemains(GenerationStatus status) {
    assertThat(house.stored(id).status()).isEqualTo(status);
    assertThat(house.blobs.keys()).isEmpty();
    assertThat(house.images.ofGeneration(id)).isEmpty();
    assertThat(house.wallet(house.ann).posted()).isEqualTo(House.GRANT);
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
  }

  private void assertEveryRowHasItsFilesAndViceVersa() {
    List<String> named =
        house.images.ofGeneration(id).stream()
            .flatMap(image -> Stream.of(image.blobKey(), image.thumbnailKey()))
            .toList();
    assertThat(house.blobs.keys()).isNotEmpty().containsExactlyInAnyOrderElementsOf(named);
  }

  /** Ends a thread as the end of its server would. */
  private static final class Crash extends Error {
    private static final long serialVersionUID = 1L;
  }
}
