package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.PriceRule;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.shared.Credits;
import dev.easel.service.pricing.PublishedPrices;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Locale;

/** Versions of prices; a rule is printed with the members it is published with. */
final class PricesJson {

  private PricesJson() {}

  static JsonObjectBuilder of(PublishedPrices published) {
    return WireJson.object()
        .add("version", published.list().version())
        .add("state", published.state().name().toLowerCase(Locale.ROOT))
        .add("active_from", WireJson.time(published.list().activeFrom()))
        .add("reason", published.list().reason())
        .add("published_by", published.list().actor())
        .add("published_at", WireJson.time(published.list().createdAt()))
        .add("rules", WireJson.array(published.rules(), PricesJson::rule));
  }

  private static JsonObjectBuilder rule(PriceRule rule) {
    PriceTerms terms = rule.terms();
    Integer steps = terms.includedSteps();
    return WireJson.object()
        .add("id", rule.id())
        .add("operation", PricesBody.wire(terms.operation()))
        .add("max_pixels", terms.maxPixels() == null ? JsonValue.NULL : number(terms.maxPixels()))
        .add("quality", WireJson.text(terms.quality()))
        .add("from_count", terms.fromCount())
        .add("usd", usd(terms.usdMicros()))
        .add("included_steps", steps == null ? JsonValue.NULL : number(steps))
        .add("usd_per_extra_step", usd(terms.usdMicrosPerExtraStep()));
  }

  private static JsonValue usd(long micros) {
    return WireJson.number(Credits.ofUsdMicros(micros).usd());
  }

  private static JsonValue number(long value) {
    return WireJson.number(BigDecimal.valueOf(value));
  }
}
