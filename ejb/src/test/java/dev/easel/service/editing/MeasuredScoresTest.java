package dev.easel.service.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Scores;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.ContentScore;
import dev.easel.service.background.BackgroundThreads;
import dev.easel.service.editing.Measurement.Gap;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MeasuredScoresTest {

  private static final ContentScore CONTENT = new ContentScore(0.1, 0.2, 0.3, 0.15, 0.25);
  private static final Scores ALL = new Scores(0.35, 12.3457);

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final BufferedImage image = new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB);
  private final MeasuredScores scoring = new MeasuredScores();
  private final CountDownLatch hold = new CountDownLatch(1);
  private final AtomicInteger judged = new AtomicInteger();

  @BeforeEach
  void wire() {
    scoring.enabled = true;
    scoring.patience = Duration.ofSeconds(20);
    scoring.headroom = () -> true;
    scoring.background =
        new BackgroundThreads() {
          @Override
          public Executor aside() {
            return threads;
          }

          @Override
          public void every(Duration pause, Runnable task) {
            // The tests are the clock.
          }
        };
    scoring.contents =
        picture -> {
          judged.incrementAndGet();
          return CONTENT;
        };
    scoring.quality = picture -> 12.345678;
    scoring.start();
  }

  /** An image was made, and then nothing for a while. */
  private void idle() {
    scoring.expectImages();
    scoring.idle = Duration.ZERO;
    scoring.warmUpWhenIdle();
    await(() -> scoring.of(image).scores().brisque() != null);
  }

  private static void await(BooleanSupplier done) {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Thread.onSpinWait();
    }
  }

  @AfterEach
  void end() {
    hold.countDown();
    threads.shutdownNow();
  }

  @Test
  void measuresWhatCanBeMeasured() {
    idle();

    assertThat(scoring.of(image)).isEqualTo(Measurement.of(ALL));
  }

  @Test
  void theQualityIsLoadedOnceNobodyWaitsForAnImage() {
    scoring.expectImages();
    scoring.warmUpWhenIdle();
    assertThat(scoring.of(image)).isEqualTo(new Measurement(new Scores(0.35, null), Gap.LOADING));

    idle();
    assertThat(scoring.of(image)).isEqualTo(Measurement.of(ALL));
  }

  @Test
  void aQualityThatCannotBeLoadedIsNotWaitedForAnyMore() {
    scoring.quality =
        picture -> {
          throw new IllegalStateException("not on this platform");
        };
    scoring.expectImages();
    scoring.idle = Duration.ZERO;
    scoring.warmUpWhenIdle();

    await(() -> scoring.of(image).gap() == Gap.UNAVAILABLE);
  }

  @Test
  void aServerThatMakesNoImagesLoadsNothing() {
    scoring.idle = Duration.ZERO;
    scoring.quality = picture -> judged.incrementAndGet();
    scoring.warmUpWhenIdle();

    assertThat(scoring.of(image).gap()).isEqualTo(Gap.LOADING);
  }

  @Test
  void whatCannotBeLoadedCostsANumberAndNoImage() {
    idle();
    scoring.contents =
        picture -> {
          throw new NoClassDefFoundError("natives");
        };
    scoring.quality =
        picture -> {
          throw new IllegalStateException("Shutdown in progress");
        };

    assertThat(scoring.of(image)).isEqualTo(new Measurement(Scores.NONE, Gap.UNAVAILABLE));
  }

  @Test
  void whereVisionIsSwitchedOffNothingIsMeasured() {
    idle();
    scoring.contents =
        picture -> {
          throw FailureException.of(FailureCode.MODEL_NOT_CONFIGURED, "switched off");
        };

    assertThat(scoring.of(image)).isEqualTo(new Measurement(new Scores(null, 12.3457), Gap.OFF));
  }

  @Test
  void aPictureTooSmallHasNoQualityAndNothingIsMissing() {
    BufferedImage small = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    assertThat(scoring.of(small)).isEqualTo(Measurement.of(new Scores(0.35, null)));
  }

  @Test
  void switchedOffItMeasuresNothing() {
    scoring.enabled = false;
    scoring.expectImages();

    assertThat(scoring.of(image)).isEqualTo(new Measurement(Scores.NONE, Gap.OFF));
    assertThat(judged).hasValue(0);
  }

  @Test
  void withoutMemoryNothingIsLoadedButWhatIsLoadedGoesOn() {
    scoring.headroom = () -> false;
    scoring.expectImages();
    assertThat(scoring.of(image)).isEqualTo(new Measurement(Scores.NONE, Gap.MEMORY));

    scoring.headroom = () -> true;
    idle();
    scoring.headroom = () -> false;
    assertThat(scoring.of(image).scores()).isEqualTo(ALL);
  }

  @Test
  void anExpectedImageFindsEverythingLoaded() throws InterruptedException {
    scoring.expectImages();
    while (judged.get() == 0) {
      Thread.sleep(1);
    }
    await(() -> scoring.of(image).gap() == Gap.LOADING);
    int before = judged.get();
    scoring.expectImages();

    assertThat(judged).hasValue(before);
  }

  /** It would take minutes otherwise. */
  @Test
  @Timeout(60)
  void whatIsLateIsNotWaitedForByOneAfterTheOther() {
    idle();
    scoring.patience = Duration.ofSeconds(2);
    scoring.quality = picture -> held();
    for (int i = 0; i < 200; i++) {
      assertThat(scoring.of(image)).isEqualTo(new Measurement(new Scores(0.35, null), Gap.LATE));
    }
  }

  @Test
  void whatWasLateMeasuresTheNextOnes() {
    idle();
    scoring.patience = Duration.ofMillis(200);
    scoring.quality = picture -> held();
    scoring.of(image);

    scoring.patience = Duration.ofSeconds(20);
    scoring.quality = picture -> 12.345678;
    hold.countDown();

    assertThat(scoring.of(image).scores()).isEqualTo(ALL);
  }

  @Test
  void aThreadThatIsToStopWaitsForNothing() {
    idle();
    scoring.quality = picture -> held();
    Thread.currentThread().interrupt();

    assertThat(scoring.of(image).scores().brisque()).isNull();
    assertThat(Thread.interrupted()).isTrue();
  }

  private double held() {
    try {
      assertThat(hold.await(120, TimeUnit.SECONDS)).isTrue();
      return 1;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
