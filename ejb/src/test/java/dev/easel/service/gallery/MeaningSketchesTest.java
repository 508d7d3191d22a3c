package dev.easel.service.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository.Placed;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What sketches take for near. */
class MeaningSketchesTest {

  private final Random random = new Random(7);

  /** Of directions by chance, where no two are near: texts that mean alike differ less. */
  @Test
  void mostOfTheNearestAreAmongWhatIsLookedAt() {
    List<Placed> all =
        IntStream.rangeClosed(1, 5000).mapToObj(i -> new Placed(i, direction())).toList();
    MeaningSketches sketches = new MeaningSketches();
    all.forEach(sketches::add);
    Meaning wanted = direction();

    List<Long> near = sketches.nearest(wanted, 500);

    assertThat(near).hasSize(500);
    List<Long> nearest =
        all.stream()
            .sorted(Comparator.comparing((Placed p) -> p.meaning().nearness(wanted)).reversed())
            .limit(20)
            .map(Placed::place)
            .toList();
    assertThat(near.stream().filter(nearest::contains).count()).isGreaterThanOrEqualTo(15);
  }

  @Test
  void ofAsNearOnesTheLatestAreTaken() {
    Meaning same = direction();
    MeaningSketches sketches = new MeaningSketches();
    Stream.iterate(1L, i -> i + 1).limit(600).forEach(i -> sketches.add(new Placed(i, same)));

    assertThat(sketches.nearest(same, 3)).containsExactly(600L, 599L, 598L);
    assertThat(sketches.nearest(direction(), 10_000)).hasSize(600);
    assertThat(new MeaningSketches().nearest(same, 3)).isEmpty();
  }

  @Test
  void theOldestAreForgotten() {
    MeaningSketches sketches = new MeaningSketches();
    IntStream.rangeClosed(1, 1000).forEach(i -> sketches.add(new Placed(i, direction())));

    sketches.shrink(400);

    assertThat(sketches.size()).isLessThanOrEqualTo(400).isPositive();
    assertThat(sketches.nearest(direction(), 10_000)).contains(1000L).doesNotContain(1L);
  }

  private Meaning direction() {
    float[] parts = new float[Meaning.LENGTH];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = (float) random.nextGaussian();
    }
    return Meaning.of(parts);
  }
}
