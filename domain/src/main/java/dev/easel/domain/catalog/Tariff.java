package dev.easel.domain.catalog;

import static java.util.Comparator.comparing;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rules of a model that count together: one version of its prices. What no rule covers has no
 * price, and what has no price cannot be ordered; nothing is free unless a rule says so.
 */
public record Tariff(List<PriceRule> rules) {

  public Tariff {
    rules = List.copyOf(rules);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** Whether anything of this kind has a price. */
  public boolean covers(Capability operation) {
    return !of(operation).isEmpty();
  }

  /**
   * The price of an order. Rules for its operation leave those for any operation aside, rules for
   * its quality those for any quality; so a size that an operation's own rules do not cover never
   * gets a price that was not meant for it. Of the bands left, the smallest that covers the size
   * counts, and in it the rule with the highest volume the order reaches.
   */
  public Optional<Price> price(Demand demand) {
    String quality = PriceTerms.quality(demand.quality());
    List<PriceRule> fitting =
        of(demand.operation(), quality).stream()
            .filter(rule -> band(rule) >= demand.pixels())
            .toList();
    long smallest = fitting.stream().mapToLong(Tariff::band).min().orElse(0);
    return fitting.stream()
        .filter(rule -> band(rule) == smallest)
        .filter(rule -> rule.terms().fromCount() <= demand.count())
        .max(comparing(rule -> rule.terms().fromCount()))
        .map(rule -> price(rule, demand));
  }

  private List<PriceRule> of(Capability operation, String quality) {
    List<PriceRule> all = of(operation);
    List<PriceRule> own = only(all, terms -> quality.equals(terms.quality()));
    return own.isEmpty() ? only(all, terms -> terms.quality() == null) : own;
  }

  private List<PriceRule> of(Capability operation) {
    List<PriceRule> own = only(rules, terms -> terms.operation().equals(operation.name()));
    return own.isEmpty()
        ? only(rules, terms -> terms.operation().equals(PriceTerms.ANY_OPERATION))
        : own;
  }

  private static List<PriceRule> only(List<PriceRule> rules, Predicate<PriceTerms> wanted) {
    return rules.stream().filter(rule -> wanted.test(rule.terms())).toList();
  }

  private static long band(PriceRule rule) {
    return rule.terms().maxPixels() == null ? Long.MAX_VALUE : rule.terms().maxPixels();
  }

  private static Price price(PriceRule rule, Demand demand) {
    return new Price(rule.id(), rule.version(), rule.perImage(demand.steps()), demand.count());
  }
}
