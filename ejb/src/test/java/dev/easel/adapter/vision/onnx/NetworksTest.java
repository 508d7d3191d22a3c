package dev.easel.adapter.vision.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.adapter.vision.TestSettings;
import dev.easel.adapter.vision.Turns;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.vision.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loading, bounding and giving up of networks. */
class NetworksTest {

  @TempDir Path directory;

  @Test
  void allShippedFilesAreThoseOfTheManifest() {
    ModelFiles files = House.networks(TestSettings.defaults()).files;

    for (Model model : Model.values()) {
      if (files.isInstalled(model)) {
        assertThat(files.read(model)).isNotEmpty();
      }
    }
    assertThat(files.isInstalled(Model.UPSCALING_PHOTO)).isFalse();
  }

  @Test
  void aFileThatIsNotTheManifestsIsNotLoaded() throws IOException {
    Files.write(directory.resolve("realesrgan-x4plus.onnx"), new byte[100]);
    Networks networks = House.networks(TestSettings.withModels(directory));

    assertThat(networks.isInstalled(Model.UPSCALING_PHOTO)).isTrue();
    assertThatThrownBy(() -> networks.files.read(Model.UPSCALING_PHOTO))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("realesrgan-x4plus");
  }

  @Test
  void nothingIsLoadedBeforeItIsUsed() {
    Networks networks = House.networks(TestSettings.defaults());
    assertThat(networks.loaded()).isZero();

    use(networks);

    assertThat(networks.loaded()).isEqualTo(1);
  }

  @Test
  void whatNobodyUsesIsGivenUpAndComesBack() throws InterruptedException {
    Networks networks = House.networks(TestSettings.withIdle(Duration.ofMillis(20)));
    use(networks);
    Thread.sleep(30);

    networks.sweep();

    assertThat(networks.loaded()).isZero();
    use(networks);
    assertThat(networks.loaded()).isEqualTo(1);
  }

  @Test
  void aNetworkInUseIsNotGivenUp() {
    Networks networks = House.networks(TestSettings.withIdle(Duration.ZERO));

    int loaded =
        networks.use(
            Model.FACES,
            Progress.NONE,
            network -> {
              networks.sweep();
              return networks.loaded();
            });

    assertThat(loaded).isEqualTo(1);
  }

  @Test
  void switchedOffNothingIsInstalled() {
    Networks networks = House.networks(TestSettings.switchedOff());

    assertThat(networks.isInstalled(Model.MATTING)).isFalse();
    assertThatThrownBy(() -> use(networks))
        .isInstanceOfSatisfying(
            FailureException.class,
            f -> assertThat(f.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED));
  }

  @Test
  void whoWaitsForATurnCanGiveUp() throws InterruptedException {
    Turns turns = new Turns(1);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch done = new CountDownLatch(1);
    Thread first = new Thread(() -> turns.take(Progress.NONE, () -> await(taken, done)));
    first.start();
    taken.await();

    AtomicInteger asked = new AtomicInteger();
    Progress impatient =
        fraction -> {
          if (asked.incrementAndGet() == 2) {
            throw new CancellationException("enough");
          }
        };

    assertThatThrownBy(() -> turns.take(impatient, () -> "never"))
        .isInstanceOf(CancellationException.class);
    done.countDown();
    first.join();
    assertThat(turns.take(Progress.NONE, () -> "now")).isEqualTo("now");
  }

  private static void use(Networks networks) {
    Model model = Model.FACES;
    networks.use(model, Progress.NONE, n -> n.first(new float[256 * 256 * 3], 1, 256, 256, 3));
  }

  private static String await(CountDownLatch taken, CountDownLatch done) {
    taken.countDown();
    try {
      done.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "first";
  }
}
