package dev.easel.service.pricing;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import dev.easel.domain.audit.Action;
import dev.easel.domain.catalog.CatalogRepository;
import dev.easel.domain.catalog.PriceList;
import dev.easel.domain.catalog.PriceRule;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import dev.easel.service.pricing.PublishedPrices.State;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where administrators look at prices and publish new ones. Nothing published is ever changed. */
@Stateless
public class PriceDesk {

  @Inject CatalogRepository catalog;
  @Inject AuditTrail audit;
  @Inject Clock clock;

  /** All versions of a model's prices, newest first. */
  public List<PublishedPrices> versions(String modelId) {
    Map<Integer, List<PriceRule>> rules =
        catalog.pricesOf(modelId).stream()
            .sorted(
                comparing(PriceRule::id, comparing(String::length)).thenComparing(PriceRule::id))
            .collect(groupingBy(PriceRule::version));
    List<PublishedPrices> versions = new ArrayList<>();
    Instant now = clock.instant();
    boolean superseded = false;
    for (PriceList list : catalog.priceLists(modelId)) {
      State state = superseded ? State.SUPERSEDED : state(list, now);
      superseded |= state == State.ACTIVE;
      versions.add(new PublishedPrices(list, rules.getOrDefault(list.version(), List.of()), state));
    }
    return versions;
  }

  /**
   * Publishes the next version of a model's prices.
   *
   * @param terms all rules it has; what was before and is not among them is gone
   * @param activeFrom empty for at once
   * @param after the version the caller knows as the newest, if that matters
   * @param caller who publishes
   * @throws FailureException {@code CONFLICT} if another version was published since {@code after}
   */
  public PublishedPrices publish(
      String modelId,
      List<PriceTerms> terms,
      Optional<Instant> activeFrom,
      Optional<Integer> after,
      String reason,
      Caller caller) {
    catalog.lockModel(modelId);
    int newest = catalog.priceLists(modelId).stream().mapToInt(PriceList::version).max().orElse(0);
    if (after.isPresent() && after.get() != newest) {
      throw FailureException.of(
              FailureCode.CONFLICT, "The newest version of these prices is " + newest)
          .with("reason", "stale_version");
    }
    Instant now = clock.instant();
    PriceList list =
        new PriceList(modelId, newest + 1, activeFrom.orElse(now), reason, caller.userId(), now);
    List<PriceRule> rules = new ArrayList<>();
    terms.forEach(each -> rules.add(new PriceRule(list, rules.size() + 1, each)));
    catalog.add(list, rules);
    audit.note(
        caller, Action.PRICES_PUBLISHED, modelId, "version " + list.version() + ": " + reason);
    return new PublishedPrices(list, rules, state(list, now));
  }

  private static State state(PriceList list, Instant now) {
    return list.activeFrom().isAfter(now) ? State.SCHEDULED : State.ACTIVE;
  }
}
