package dev.easel.slice;

import static dev.easel.slice.Backstage.origin;
import static dev.easel.slice.Backstage.small;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Quote;
import dev.easel.service.generation.Quoting;
import dev.easel.service.pricing.PriceDesk;
import dev.easel.service.pricing.PublishedPrices;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Prices on the real database. */
@ArquillianTest
class PriceIT {

  private static final Caller CALLER = new Caller("ten_ops", "user_ops", "key_ops", "pro", true);

  @Inject PriceDesk desk;
  @Inject Quoting quoting;
  @Inject GenerationService generations;
  @Inject CatalogService catalog;
  @Inject Backstage backstage;
  @Inject Crowd crowd;

  @Deployment
  static WebArchive slice() {
    return Slices.war();
  }

  @Test
  void whatIsQuotedIsHeldChargedAndKept() throws Exception {
    Caller caller = backstage.tenantWith(Credits.of(100));
    PublishedPrices published =
        publish(
            new PriceTerms("*", 4096L, null, 1, 20_000, 1, 10_000),
            new PriceTerms("TEXT_TO_IMAGE", 4096L, null, 1, 60_000, null, 0),
            new PriceTerms("TEXT_TO_IMAGE", 4096L, null, 2, 40_000, null, 0));

    Quote quote = quoting.quote(caller, small().count(2));
    Generation accepted =
        generations.submit(caller, small().count(2), origin(), Idempotency.none()).generation();
    Generation ended = backstage.awaitEnd(caller, accepted.id()).generation();

    assertThat(quote.price().total()).isEqualTo(Credits.of(4));
    assertThat(ended.captured()).isEqualTo(quote.price().total());
    assertThat(ended.priceRuleId()).isEqualTo(published.rules().get(2).id());
    assertThat(ended.priceVersion()).isEqualTo(published.list().version());
    assertThat(quoting.quote(caller, small()).balance()).isEqualTo(quote.balanceAfter());
  }

  @Test
  void whoPublishesAtTheSameTimePublishesOneAfterTheOther() throws Exception {
    int before = desk.versions(Backstage.MODEL).get(0).list().version();

    List<Object> ends = crowd.all(8, i -> publish(PriceTerms.flat("*", 10_000 + i)));

    assertThat(ends).allMatch(PublishedPrices.class::isInstance);
    assertThat(desk.versions(Backstage.MODEL).get(0).list().version()).isEqualTo(before + 8);
  }

  @Test
  void ofTwoWhoPublishAfterTheSameVersionOneIsTold() throws Exception {
    int newest = desk.versions(Backstage.MODEL).get(0).list().version();

    List<Object> ends = crowd.all(2, i -> publish(Optional.of(newest), PriceTerms.flat("*", 1)));

    assertThat(ends).filteredOn(PublishedPrices.class::isInstance).hasSize(1);
    assertThat(ends)
        .filteredOn(FailureException.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            FailureException.class, e -> assertThat(e.code()).isEqualTo(FailureCode.CONFLICT));
  }

  private PublishedPrices publish(PriceTerms... terms) {
    return publish(Optional.empty(), terms);
  }

  private PublishedPrices publish(Optional<Integer> after, PriceTerms... terms) {
    PublishedPrices published =
        desk.publish(Backstage.MODEL, List.of(terms), Optional.empty(), after, "slice", CALLER);
    catalog.refresh();
    return published;
  }
}
