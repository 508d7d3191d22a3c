package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class QuotingTest {

  private final House house = new House();

  @Test
  void aQuoteTellsPriceBalanceAndRouteAndWritesNothing() {
    Quote quote = quote(House.request().count(4));

    assertThat(quote.price().total()).isEqualTo(House.EACH.times(4));
    assertThat(quote.balanceAfter()).isEqualTo(House.GRANT.minus(House.EACH.times(4)));
    assertThat(quote.affordable()).isTrue();
    assertThat(quote.route().modelId()).isEqualTo(House.MODEL);
    assertThat(quote.queuePosition()).isEqualTo(1);
    assertThat(quote.etaSeconds()).isEmpty();
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
    assertThat(house.queue.depth(10)).isZero();
  }

  @Test
  void severalImagesAreNeitherQuotedNorMadeAsOne() {
    assertThat(quote(House.request().count(4)).price().count()).isEqualTo(4);
    assertThat(house.submit(4).count()).isEqualTo(4);
  }

  @Test
  void moreImagesThanTheModelMakesAreRefusedInsteadOfQuietlyLowered() {
    assertThat(refused(House.request().count(5)).fields()).containsKey("n");
  }

  @Test
  void aQuoteIsRefusedForWhatTheRequestWouldBeRefusedFor() {
    Function<GenerationRequest, FailureException> submitted =
        request ->
            catchThrowableOfType(
                FailureException.class,
                () -> house.service.submit(house.ann, request, House.origin(), Idempotency.none()));

    assertThat(refused(House.request().prompt("forbidden")).code())
        .isEqualTo(submitted.apply(House.request().prompt("forbidden")).code())
        .isEqualTo(FailureCode.CONTENT_REJECTED);
    assertThat(refused(House.request().model("nothing")).code())
        .isEqualTo(FailureCode.MODEL_NOT_FOUND);
    assertThat(
            refused(House.request().source(InputWish.named("init_image", "img_gen_x_0"))).fields())
        .containsKey("init_image");
  }

  @Test
  void whatCannotBePaidIsQuotedAndSaysSo() {
    house.models.price(House.MODEL, 2, Instant.EPOCH, PriceTerms.flat("*", 3_000_000));
    house.catalog.refresh();

    Quote quote = quote(House.request());

    assertThat(quote.affordable()).isFalse();
    assertThat(quote.balanceAfter()).isEqualTo(Credits.of(-50));
  }

  @Test
  void aSizeWithoutAPriceCannotBeOrdered() {
    PriceTerms small = new PriceTerms("*", 512L * 512, null, 1, 10, null, 0);
    house.models.price(House.MODEL, 2, Instant.EPOCH, small);
    house.catalog.refresh();

    FailureException refusal = refused(House.request().size(new Size(1024, 1024)));

    assertThat(refusal.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
    assertThat(refusal.details()).containsEntry("reason", "no_price_rule");
    assertThat(quote(House.request().size(new Size(512, 512))).price().version()).isEqualTo(2);
  }

  private Quote quote(GenerationRequest request) {
    return house.quoting.quote(house.ann, request);
  }

  private FailureException refused(GenerationRequest request) {
    return catchThrowableOfType(
        FailureException.class, () -> house.quoting.quote(house.ann, request));
  }
}
