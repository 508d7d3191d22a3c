package dev.easel.web.ui.models;

import dev.easel.domain.catalog.PriceList;
import dev.easel.service.pricing.PublishedPrices;
import java.util.List;
import java.util.Map;

/** A version of prices with its rules as lines of a table. */
public record PriceVersion(
    PriceList list, PublishedPrices.State state, List<Map<String, String>> lines) {

  static PriceVersion of(PublishedPrices published) {
    return new PriceVersion(
        published.list(),
        published.state(),
        published.rules().stream().map(rule -> PriceRows.line(rule.terms())).toList());
  }
}
