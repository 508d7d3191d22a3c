package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.asset.Image;
import dev.easel.domain.asset.Scores;
import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Remark;
import dev.easel.service.editing.Measurement.Gap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of images by their scores, for those who filter and those who do not. */
class ContentFilterTest {

  private static final Scores UNSAFE = new Scores(0.85, 20.0);
  private static final Scores SAFE = new Scores(0.8499, 20.0);

  private final House house = new House();

  @Test
  void whoFiltersIsNotGivenWhatIsUnsafeAndDoesNotPay() {
    house.scores = UNSAFE;

    Generation done = run(Strictness.STANDARD);

    assertThat(done.status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(done.errorKind()).contains(ErrorKind.CONTENT_REJECTED);
    assertThat(done.captured()).isEqualTo(Credits.ZERO);
    assertThat(house.wallet(house.ann).available()).isEqualTo(House.GRANT);
    assertThat(house.blobs.keys()).isEmpty();
  }

  @Test
  void whatCannotOffendIsDeliveredWhateverItsScore() {
    house.provider.beyondDoubt = true;
    house.scores = UNSAFE;

    Generation done = run(Strictness.STANDARD);

    assertThat(done.captured()).isEqualTo(House.EACH.times(2));
    assertThat(house.images.ofGeneration(done.id()))
        .extracting(Image::scores)
        .containsExactly(UNSAFE, UNSAFE);
  }

  @Test
  void whatIsBelowTheLineIsDeliveredWithItsScores() {
    house.scores = SAFE;

    Generation done = run(Strictness.STANDARD);

    assertThat(done.captured()).isEqualTo(House.EACH.times(2));
    assertThat(done.remarks()).isEmpty();
    assertThat(house.images.ofGeneration(done.id()))
        .extracting(Image::scores)
        .containsExactly(SAFE, SAFE);
  }

  @ParameterizedTest
  @EnumSource(names = {"ALWAYS", "LOW"})
  void whoDoesNotFilterIsGivenItWithItsScores(Strictness wish) {
    house.scores = UNSAFE;

    Generation done = run(wish);

    assertThat(done.captured()).isEqualTo(House.EACH.times(2));
    assertThat(house.images.ofGeneration(done.id()))
        .extracting(Image::scores)
        .containsExactly(UNSAFE, UNSAFE);
  }

  @Test
  void aRequestThatSaysNothingIsFilteredAsItsUserPrefers() {
    house.scores = UNSAFE;
    assertThat(run(null).errorKind()).contains(ErrorKind.CONTENT_REJECTED);
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whatCouldNotBeMeasuredIsDeliveredAndTheFilterSaysSoOnce(Gap gap) {
    house.gap = gap;

    Generation done = run(Strictness.STANDARD);

    assertThat(done.captured()).isEqualTo(House.EACH.times(2));
    assertThat(done.remarks())
        .containsExactly(
            new Remark(
                "nsfw_filter_skipped", "The nsfw filter did not see every image: " + gap.words()));
  }

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void whoDoesNotFilterIsToldOnlyWhatIsUnusual(Gap gap) {
    house.gap = gap;

    List<String> codes = run(Strictness.ALWAYS).remarks().stream().map(Remark::code).toList();

    assertThat(codes)
        .isEqualTo(gap == Gap.LATE || gap == Gap.LOADING ? List.of("not_measured") : List.of());
  }

  @Test
  void whoFiltersLearnsThatOnlyTheQualityIsMissing() {
    house.scores = new Scores(0.1, null);
    house.gap = Gap.LATE;

    assertThat(run(Strictness.STANDARD).remarks())
        .extracting(Remark::code)
        .containsExactly("not_measured");
  }

  private Generation run(Strictness wish) {
    GenerationRequest request = House.request().count(2).moderation(wish);
    String id =
        house
            .service
            .submit(house.ann, request, House.origin(), Idempotency.none())
            .generation()
            .id();
    house.worker.run(id);
    return house.stored(id);
  }
}
