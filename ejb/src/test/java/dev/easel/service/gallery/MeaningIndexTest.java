package dev.easel.service.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.Meaning;
import dev.easel.domain.gallery.MeaningRepository;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much of the meanings is read, when and for whom. */
class MeaningIndexTest {

  private static final int MANY = 12_000;
  private static final Meaning SAME = Meaning.of(direction());

  private final Rows rows = new Rows();
  private final MeaningIndex index = new MeaningIndex();

  MeaningIndexTest() {
    index.meanings = rows;
  }

  @Test
  void aSearchWaitsForAPieceAndSaysSo() {
    rows.of.put("large", MANY);

    MeaningIndex.Nearest first = index.nearest("large", SAME, MANY);
    assertThat(first.all()).isFalse();
    assertThat(first.places()).hasSize(5000).doesNotHaveDuplicates();
    assertThat(rows.reads).containsExactly("large");

    index.read("large");
    MeaningIndex.Nearest then = index.nearest("large", SAME, MANY);
    assertThat(then.all()).isTrue();
    assertThat(then.places())
        .containsExactlyInAnyOrderElementsOf(LongStream.rangeClosed(1, MANY).boxed().toList());
  }

  @Test
  void afterAStartTheLargestAreReadWhileThereIsRoom() {
    rows.of.putAll(Map.of("large", MANY, "small", 10, "second", 9000));
    index.most = MANY + 100;

    index.readLargest();

    assertThat(rows.reads).contains("large", "small").doesNotContain("second");
    assertThat(index.nearest("large", SAME, 1).all()).isTrue();
    assertThat(index.nearest("small", SAME, 100).places()).hasSize(10);
  }

  @Test
  void ofATenantThatIsTooLargeAloneTheNewestAreRead() {
    rows.of.put("large", MANY);
    index.most = 6000;

    index.readLargest();

    assertThat(index.nearest("large", SAME, MANY).places())
        .hasSizeBetween(5000, 6000)
        .contains((long) MANY)
        .doesNotContain(1L);
  }

  @Test
  void whoReadsIsNotKeptByWhatComesMeanwhile() {
    rows.of.put("large", 5000);
    index.read("large");

    rows.of.put("large", 5003);

    assertThat(index.nearest("large", SAME, MANY).places()).hasSize(5003);
  }

  private static float[] direction() {
    float[] parts = new float[Meaning.LENGTH];
    Arrays.fill(parts, 1);
    return parts;
  }

  /** So many meanings of each tenant, all the same, at places from 1. */
  private static final class Rows implements MeaningRepository {
    final Map<String, Integer> of = new TreeMap<>();
    final List<String> reads = new ArrayList<>();

    @Override
    public List<Placed> after(String tenantId, long place, int most) {
      reads.add(tenantId);
      return IntStream.rangeClosed((int) place + 1, of.get(tenantId))
          .limit(most)
          .mapToObj(at -> new Placed(at, SAME))
          .toList();
    }

    @Override
    public List<Counted> largest(int most) {
      return of.entrySet().stream()
          .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
          .limit(most)
          .map(tenant -> new Counted(tenant.getKey(), tenant.getValue()))
          .toList();
    }

    @Override
    public List<Described> missing(int most) {
      return List.of();
    }

    @Override
    public void put(Described item, Meaning meaning) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Meaning> of(String itemId) {
      return Optional.empty();
    }

    @Override
    public List<Found> at(List<Long> places, GalleryFilter filter) {
      return List.of();
    }

    @Override
    public List<Found> all(GalleryFilter filter, int most) {
      return List.of();
    }
  }
}
