package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the prices and the order: the quote is the hold, and the receipt counts by its unit. */
class PriceProperty {

  private static final int NEXT_VERSION = 2;

  @Property(tries = 300)
  void quoteHoldAndReceiptAreOneAmount(
      @ForAll("priceLists") List<PriceTerms> terms,
      @ForAll("requests") GenerationRequest request,
      @ForAll @IntRange(min = 1, max = 4) int images) {
    House house = new House();
    publish(house, terms);
    Quote quote = quoted(house, request);
    if (quote == null) {
      assertThat(refusal(house, request)).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
      return;
    }
    assertThat(quote.price().unit().isNegative()).isFalse();
    if (!quote.affordable()) {
      assertThat(refusal(house, request)).isEqualTo(FailureCode.INSUFFICIENT_CREDITS);
      return;
    }
    assertHeldAndCharged(house, quote, request, images);
  }

  @Property(tries = 200)
  void noOrderOverflows(
      @ForAll("anyTerms") PriceTerms terms,
      @ForAll @IntRange(max = 100_000) int steps,
      @ForAll @IntRange(min = 1, max = PriceTerms.MOST_COUNT) int count) {
    House house = new House();
    publish(house, List.of(terms));
    Credits unit = house.catalog.current().get(House.MODEL).tariff().rules().get(0).perImage(steps);

    assertThat(unit.isNegative()).isFalse();
    assertThat(unit.times(count).compareTo(unit)).isNotNegative();
  }

  private static void assertHeldAndCharged(
      House house, Quote quote, GenerationRequest request, int images) {
    Credits total = quote.price().total();
    Generation accepted =
        house.service.submit(house.ann, request, House.origin(), Idempotency.none()).generation();
    assertThat(accepted.unitPrice()).isEqualTo(quote.price().unit());
    assertThat(accepted.priceRuleId()).isEqualTo(quote.price().ruleId());
    assertThat(accepted.priceVersion()).isEqualTo(NEXT_VERSION);
    assertThat(house.wallet(house.ann).held()).isEqualTo(total);
    assertThat(house.wallet(house.ann).available()).isEqualTo(quote.balanceAfter());

    int delivered = Math.min(images, accepted.count());
    house.provider.plays(ScriptedProvider.delivers(delivered));
    house.worker.run(accepted.id());

    Credits charge = quote.price().unit().times(delivered);
    assertThat(house.stored(accepted.id()).captured()).isEqualTo(charge);
    assertThat(house.accounts.sum(Phase.POST)).isEqualTo(charge);
    assertThat(house.wallet(house.ann).available()).isEqualTo(House.GRANT.minus(charge));
  }

  private static void publish(House house, List<PriceTerms> terms) {
    terms.forEach(each -> house.models.price(House.MODEL, NEXT_VERSION, Instant.EPOCH, each));
    house.catalog.refresh();
  }

  private static Quote quoted(House house, GenerationRequest request) {
    try {
      return house.quoting.quote(house.ann, request);
    } catch (FailureException e) {
      assertThat(e.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
      assertThat(e.details()).containsEntry("reason", "no_price_rule");
      return null;
    }
  }

  private static FailureCode refusal(House house, GenerationRequest request) {
    FailureException refused =
        catchThrowableOfType(
            FailureException.class,
            () -> house.service.submit(house.ann, request, House.origin(), Idempotency.none()));
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
    return refused.code();
  }

  @Provide
  Arbitrary<List<PriceTerms>> priceLists() {
    return terms(2_000_000, 50_000).list().ofMinSize(1).ofMaxSize(8);
  }

  @Provide
  Arbitrary<PriceTerms> anyTerms() {
    return terms(PriceTerms.MOST_USD_MICROS, PriceTerms.MOST_USD_MICROS_PER_STEP);
  }

  private static Arbitrary<PriceTerms> terms(long mostUsd, long mostPerStep) {
    return Combinators.combine(
            Arbitraries.of("*", "TEXT_TO_IMAGE", "INPAINTING"),
            Arbitraries.longs().between(1, 2048L * 2048).injectNull(0.4),
            Arbitraries.of("low", "medium", "high").injectNull(0.5),
            Arbitraries.of(1, 1, 1, 2, 4),
            Arbitraries.longs().between(0, mostUsd),
            Arbitraries.integers().between(0, 40).injectNull(0.5),
            Arbitraries.longs().between(0, mostPerStep))
        .as(
            (operation, pixels, quality, from, usd, steps, perStep) ->
                new PriceTerms(
                    operation, pixels, quality, from, usd, steps, steps == null ? 0 : perStep));
  }

  @Provide
  Arbitrary<GenerationRequest> requests() {
    Arbitrary<Integer> edges = Arbitraries.integers().between(8, 256).map(eighth -> eighth * 8);
    return Combinators.combine(
            edges,
            edges,
            Arbitraries.of("low", "high", "hd", "auto", "max").injectNull(0.4),
            Arbitraries.integers().between(1, 50).injectNull(0.3),
            Arbitraries.integers().between(1, 4).injectNull(0.2))
        .as(
            (width, height, quality, steps, count) ->
                House.request()
                    .size(new Size(width, height))
                    .quality(quality)
                    .steps(steps)
                    .count(count));
  }
}
