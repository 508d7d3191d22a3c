package dev.easel.domain.catalog;

import static dev.easel.domain.catalog.Capability.INPAINTING;
import static dev.easel.domain.catalog.Capability.TEXT_TO_IMAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.shared.Credits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Named after what went wrong with prices elsewhere. */
class TariffTest {

  private static final long ONE_MEGAPIXEL = 1024L * 1024;
  private static final long TWO_K = 2048L * 2048;

  @Test
  void anImageWithoutARuleHasNoPriceInsteadOfZero() {
    assertThat(tariff().price(demand(1024, 1024, "", 30, 1))).isEmpty();
    assertThat(tariff(banded(ONE_MEGAPIXEL, 10)).price(demand(1025, 1024, "", 30, 1))).isEmpty();
    assertThat(tariff(forQuality("high", 10)).price(demand(64, 64, "low", 30, 1))).isEmpty();
    assertThat(tariff(PriceTerms.flat("INPAINTING", 10)).price(demand(64, 64, "", 1, 1))).isEmpty();
  }

  @Test
  void freeIsWhatARuleSaysIsFree() {
    assertThat(unit(tariff(PriceTerms.flat("*", 0)), demand(64, 64, "", 1, 1)))
        .contains(Credits.ZERO);
  }

  @Test
  void eightImagesAreNotBilledAsOne() {
    Price price = tariff(PriceTerms.flat("*", 10)).price(demand(64, 64, "", 1, 8)).orElseThrow();

    assertThat(price.count()).isEqualTo(8);
    assertThat(price.total()).isEqualTo(Credits.ofUsdMicros(80));
  }

  @Test
  void anImageOf1280x720IsNotBilledAs2K() {
    Tariff tariff = tariff(banded(TWO_K, 40), banded(ONE_MEGAPIXEL, 10), banded(null, 90));

    assertThat(unit(tariff, demand(1280, 720, "", 1, 1))).contains(Credits.ofUsdMicros(10));
    assertThat(unit(tariff, demand(1024, 1024, "", 1, 1))).contains(Credits.ofUsdMicros(10));
    assertThat(unit(tariff, demand(1920, 1080, "", 1, 1))).contains(Credits.ofUsdMicros(40));
    assertThat(unit(tariff, demand(4096, 4096, "", 1, 1))).contains(Credits.ofUsdMicros(90));
  }

  @Test
  void qualityIsNotIgnored() {
    Tariff tariff = tariff(PriceTerms.flat("*", 20), forQuality("low", 10), forQuality("high", 80));

    assertThat(unit(tariff, demand(64, 64, "high", 1, 1))).contains(Credits.ofUsdMicros(80));
    assertThat(unit(tariff, demand(64, 64, "HD", 1, 1))).contains(Credits.ofUsdMicros(80));
    assertThat(unit(tariff, demand(64, 64, "low", 1, 1))).contains(Credits.ofUsdMicros(10));
    assertThat(unit(tariff, demand(64, 64, "", 1, 1))).contains(Credits.ofUsdMicros(20));
  }

  @Test
  void withoutAWordTheQualityIsMedium() {
    Tariff tariff = tariff(forQuality("medium", 30));

    assertThat(unit(tariff, demand(64, 64, "", 1, 1))).contains(Credits.ofUsdMicros(30));
    assertThat(unit(tariff, demand(64, 64, "auto", 1, 1))).contains(Credits.ofUsdMicros(30));
    assertThat(unit(tariff, demand(64, 64, "standard", 1, 1))).contains(Credits.ofUsdMicros(30));
  }

  @Test
  void aSizeThatTheOwnRulesOfAQualityDoNotCoverGetsNoCheaperOnesPrice() {
    PriceTerms high = new PriceTerms("*", ONE_MEGAPIXEL, "high", 1, 80, null, 0);

    Tariff tariff = tariff(high, PriceTerms.flat("*", 10));

    assertThat(tariff.price(demand(2048, 2048, "high", 1, 1))).isEmpty();
    assertThat(unit(tariff, demand(2048, 2048, "low", 1, 1))).contains(Credits.ofUsdMicros(10));
  }

  @Test
  void theOperationsOwnPriceGoesBeforeTheGeneralOne() {
    Tariff tariff = tariff(PriceTerms.flat("*", 10), PriceTerms.flat("INPAINTING", 30));
    Demand inpainting = new Demand(INPAINTING, new Size(64, 64), "", 1, 1);

    assertThat(unit(tariff, inpainting)).contains(Credits.ofUsdMicros(30));
    assertThat(unit(tariff, demand(64, 64, "", 1, 1))).contains(Credits.ofUsdMicros(10));
  }

  @Test
  void stepsBeyondTheIncludedOnesCost() {
    Tariff tariff = tariff(new PriceTerms("*", null, null, 1, 100, 30, 7));

    assertThat(unit(tariff, demand(64, 64, "", 20, 1))).contains(Credits.ofUsdMicros(100));
    assertThat(unit(tariff, demand(64, 64, "", 30, 1))).contains(Credits.ofUsdMicros(100));
    assertThat(unit(tariff, demand(64, 64, "", 33, 1))).contains(Credits.ofUsdMicros(121));
  }

  @Test
  void aVolumePriceIsForAllImagesOfAnOrderThatIsLargeEnough() {
    PriceTerms volume = new PriceTerms("*", null, null, 4, 8, null, 0);
    Tariff tariff = tariff(PriceTerms.flat("*", 10), volume);

    assertThat(unit(tariff, demand(64, 64, "", 1, 3))).contains(Credits.ofUsdMicros(10));
    assertThat(unit(tariff, demand(64, 64, "", 1, 4))).contains(Credits.ofUsdMicros(8));
  }

  @Test
  void termsThatCouldOverflowOrPayTheCallerCannotBe() {
    assertThatThrownBy(() -> PriceTerms.flat("*", -1)).hasMessageContaining("usdMicros");
    assertThatThrownBy(() -> PriceTerms.flat("*", PriceTerms.MOST_USD_MICROS + 1))
        .hasMessageContaining("usdMicros");
    assertThatThrownBy(() -> new PriceTerms("*", 0L, null, 1, 1, null, 0))
        .hasMessageContaining("maxPixels");
    assertThatThrownBy(() -> new PriceTerms("*", null, null, 0, 1, null, 0))
        .hasMessageContaining("fromCount");
    assertThatThrownBy(() -> new PriceTerms("*", null, null, 1, 1, null, 5))
        .hasMessageContaining("includedSteps");
  }

  private static Optional<Credits> unit(Tariff tariff, Demand demand) {
    return tariff.price(demand).map(Price::unit);
  }

  private static Demand demand(int width, int height, String quality, int steps, int count) {
    return new Demand(TEXT_TO_IMAGE, new Size(width, height), quality, steps, count);
  }

  private static PriceTerms banded(Long maxPixels, long usdMicros) {
    return new PriceTerms("*", maxPixels, null, 1, usdMicros, null, 0);
  }

  private static PriceTerms forQuality(String quality, long usdMicros) {
    return new PriceTerms("*", null, quality, 1, usdMicros, null, 0);
  }

  private static Tariff tariff(PriceTerms... terms) {
    PriceList list = new PriceList("a", 3, Instant.EPOCH, "test", "test", Instant.EPOCH);
    List<PriceRule> rules = new ArrayList<>();
    for (PriceTerms each : terms) {
      rules.add(new PriceRule(list, rules.size(), each));
    }
    return new Tariff(rules);
  }
}
