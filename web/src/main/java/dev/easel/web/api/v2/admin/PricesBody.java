package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.catalog.PriceList;
import dev.easel.domain.catalog.PriceTerms;
import dev.easel.web.api.JsonInput;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A version of prices to be published. Whatever it has too much is refused: it is about money. */
public final class PricesBody {

  private static final Set<String> MEMBERS =
      Set.of("rules", "active_from", "after_version", "reason");
  private static final int MOST_RULES = 200;
  private static final Duration FARTHEST = Duration.ofDays(366);

  private final JsonInput body;
  private final List<PriceTerms> terms = new ArrayList<>();
  private final Optional<Instant> activeFrom;
  private final Optional<Integer> after;
  private final String reason;

  /**
   * @param uses what the model does
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with all that is wrong
   */
  public PricesBody(JsonInput body, Set<Capability> uses, Instant now) {
    this.body = body;
    body.refuseStrangers(MEMBERS);
    activeFrom = activeFrom(now);
    after = Optional.ofNullable(body.integer("after_version"));
    reason = Optional.ofNullable(body.text("reason", PriceList.LONGEST_REASON)).orElse("");
    List<JsonInput> rules = body.objects("rules");
    if (rules.isEmpty() || rules.size() > MOST_RULES) {
      body.violate("rules", "must be 1 to " + MOST_RULES + " rules");
    }
    PriceRuleBody reader = new PriceRuleBody(uses);
    rules.forEach(rule -> reader.read(rule).ifPresent(terms::add));
    body.check();
    judgeTogether();
    body.check();
  }

  public List<PriceTerms> terms() {
    return terms;
  }

  public Optional<Instant> activeFrom() {
    return activeFrom;
  }

  public Optional<Integer> after() {
    return after;
  }

  public String reason() {
    return reason;
  }

  /** {@code text-to-image}, or {@code *}. */
  public static String wire(String operation) {
    return operation.equals(PriceTerms.ANY_OPERATION)
        ? operation
        : Capability.valueOf(operation).wire();
  }

  private Optional<Instant> activeFrom(Instant now) {
    Instant time = body.time("active_from");
    if (time != null && (time.isBefore(now) || time.isAfter(now.plus(FARTHEST)))) {
      body.violate("active_from", "must lie within the next 366 days; leave it out for now");
    }
    return Optional.ofNullable(time);
  }

  /** Each order has one price: no rule twice, and no volume price that lacks the usual one. */
  private void judgeTogether() {
    Set<List<Object>> seen = new HashSet<>();
    for (int i = 0; i < terms.size(); i++) {
      if (!seen.add(place(terms.get(i), terms.get(i).fromCount()))) {
        body.violate("rules[" + i + "]", "is for the same as another rule");
      }
    }
    for (int i = 0; i < terms.size(); i++) {
      if (!seen.contains(place(terms.get(i), 1))) {
        body.violate("rules[" + i + "].from_count", "needs a rule for the same from 1 image on");
      }
    }
  }

  private static List<Object> place(PriceTerms terms, int fromCount) {
    return List.of(
        terms.operation(),
        Optional.ofNullable(terms.maxPixels()),
        Optional.ofNullable(terms.quality()),
        fromCount);
  }
}
