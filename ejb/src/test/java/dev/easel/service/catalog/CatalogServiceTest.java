package dev.easel.service.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.InMemoryCatalog;
import dev.easel.fake.MovableClock;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.provider.FixedProviders;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogServiceTest {

  private static final String ADAPTER = ScriptedProvider.ADAPTER;

  private final InMemoryCatalog stored = new InMemoryCatalog();
  private final MovableClock clock = new MovableClock();

  @Test
  void aModelWithRouteAndPriceCanBeCalled() {
    stored.model("a").route("a", ADAPTER, 1).price("a", "*", 1, 10);

    CatalogEntry entry = load(false).get("a");

    assertThat(entry.callable()).isTrue();
    assertThat(entry.unavailableReason()).isEmpty();
    assertThat(entry.substituted()).isFalse();
  }

  @Test
  void preferredRoutesComeFirst() {
    stored.model("a").route("a", ADAPTER, 1).route("a", "elsewhere", 2);

    assertThat(load(false).get("a").routes())
        .extracting(ModelRoute::adapter)
        .containsExactly(ADAPTER);
  }

  @Test
  void aRouteThatIsOffOrHasNoAdapterIsNoRoute() {
    stored.model("a").disabledRoute("a", ADAPTER).route("a", "unheard-of", 1).price("a", "*", 1, 1);

    CatalogEntry entry = load(false).get("a");

    assertThat(entry.callable()).isFalse();
    assertThat(entry.unavailableReason()).contains("provider_not_configured");
  }

  @Test
  void aModelWithoutPriceSaysSo() {
    stored.model("a").route("a", ADAPTER, 1);

    assertThat(load(false).get("a").unavailableReason()).contains("no_price_rule");
    assertThat(load(false).get("a").listPrice()).isEmpty();
  }

  @Test
  void theNewestPriceWins() {
    stored.model("a").price("a", "*", 1, 10).price("a", "*", 2, 20);

    assertThat(load(false).get("a").listPrice()).contains(Credits.ofUsdMicros(20));
  }

  @Test
  void theListPriceIsThatOfAUsualImageOfTheMainUse() {
    Map<String, Object> twoUses =
        Map.of("type", "inpainting", "capabilities", "TEXT_TO_IMAGE,INPAINTING");
    stored.model("a", twoUses).price("a", "*", 1, 10).price("a", "INPAINTING", 1, 30);

    assertThat(load(false).get("a").listPrice()).contains(Credits.ofUsdMicros(30));
  }

  @Test
  void pricesSetForLaterDoNotCountBefore() {
    Instant later = clock.instant().plusSeconds(60);
    stored.model("a").price("a", "*", 1, 10).price("a", 2, later, PriceTerms.flat("*", 20));
    assertThat(load(false).get("a").listPrice()).contains(Credits.ofUsdMicros(10));

    clock.pass(Duration.ofSeconds(60));

    assertThat(load(false).get("a").listPrice()).contains(Credits.ofUsdMicros(20));
  }

  @Test
  void aRuleThatTheNewestVersionLacksIsGone() {
    stored.model("a").price("a", "INPAINTING", 1, 30).price("a", "*", 1, 10).price("a", "*", 2, 20);

    assertThat(load(false).get("a").tariff().rules()).hasSize(1);
  }

  @Test
  void onADemonstrationServerThePainterStandsInForWhatHasNoRoute() {
    stored.model("routed").route("routed", ADAPTER, 1).model("bare").price("bare", "*", 1, 1);

    Catalog catalog = load(true);

    assertThat(catalog.get("bare").substituted()).isTrue();
    assertThat(catalog.get("bare").callable()).isTrue();
    assertThat(catalog.get("routed").substituted()).isFalse();
  }

  @Test
  void aliasesLeadToTheirModel() {
    stored.model("a").alias("vendor/a", "a");

    assertThat(load(false).get("vendor/a").model().id()).isEqualTo("a");
  }

  @Test
  void anIdGoesBeforeAnAliasOfTheSameName() {
    stored.model("a").model("b").alias("a", "b");

    assertThat(load(false).get("a").model().id()).isEqualTo("a");
  }

  @Test
  void whatIsNotThereIsModelNotFound() {
    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> load(false).get("nothing"));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_FOUND);
  }

  @Test
  void theOperatorsEditsTakeEffectWithinSeconds() {
    CatalogService service = service();
    assertThat(service.current().entries()).isEmpty();
    stored.model("a");

    clock.pass(Duration.ofSeconds(4));
    assertThat(service.current().entries()).isEmpty();
    clock.pass(Duration.ofSeconds(2));
    assertThat(service.current().entries()).hasSize(1);
  }

  @Test
  void whatWasReadBeforeARefreshDoesNotOutliveIt() {
    CatalogService service = service();
    CatalogLoader loader = service.loader;
    service.loader =
        loadingAndThen(
            loader,
            () -> {
              service.loader = loader;
              stored.model("a");
              service.refresh();
            });

    assertThat(service.current().entries()).isEmpty();

    assertThat(service.current().entries()).hasSize(1);
  }

  /** Something happens after the catalogue was read and before it is handed out. */
  private static CatalogLoader loadingAndThen(CatalogLoader loader, Runnable meanwhile) {
    return new CatalogLoader() {
      @Override
      public Catalog load(Instant now) {
        Catalog read = loader.load(now);
        meanwhile.run();
        return read;
      }
    };
  }

  @Test
  void theDefaultIsTheCallersElseTheOperatorsElseThePainter() {
    callable("mine").callable("house").callable("easel/sketch");
    CatalogService service = service();

    assertThat(service.defaultEntry("mine").model().id()).isEqualTo("mine");
    assertThat(service.defaultEntry("").model().id()).isEqualTo("house");
  }

  @Test
  void aDefaultThatCannotBeCalledIsPassedOver() {
    stored.model("mine").model("house");
    callable("easel/sketch");

    assertThat(service().defaultEntry("mine").model().id()).isEqualTo("easel/sketch");
  }

  @Test
  void withoutAnyCallableModelTheServerIsNotConfigured() {
    stored.model("mine");

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> service().defaultEntry("mine"));

    assertThat(failure.code()).isEqualTo(FailureCode.MODEL_NOT_CONFIGURED);
  }

  private CatalogServiceTest callable(String id) {
    stored.model(id).route(id, ADAPTER, 1).price(id, "*", 1, 1);
    return this;
  }

  private CatalogService service() {
    return Catalogs.service(loader(false), clock, "house");
  }

  private Catalog load(boolean demo) {
    return loader(demo).load(clock.instant());
  }

  private CatalogLoader loader(boolean demo) {
    return Catalogs.loader(stored, new FixedProviders(new ScriptedProvider()), demo);
  }
}
