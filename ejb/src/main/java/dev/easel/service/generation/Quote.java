package dev.easel.service.generation;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.generation.Order;
import dev.easel.domain.shared.Credits;
import dev.easel.service.budget.BudgetRoom;
import java.util.Optional;

/**
 * What a request would lead to now. Nothing is reserved by it.
 *
 * @param route the way it would go
 * @param balance credits that can be spent
 * @param budget the one that leaves least, before this; empty if none caps the caller
 * @param queuePosition 1 for next; counting stops at 1,001
 * @param eta until it is done, from measured times; empty if nobody can say
 */
public record Quote(
    Order order,
    Price price,
    ModelRoute route,
    Credits balance,
    Optional<BudgetRoom> budget,
    int queuePosition,
    Optional<Eta> eta) {

  /** Expected seconds until it is done; empty if nobody can say. */
  public Optional<Integer> etaSeconds() {
    return eta.map(Eta::likely);
  }

  /** What would be left; negative for what is missing. */
  public Credits balanceAfter() {
    return balance.minus(price.total());
  }

  public boolean affordable() {
    return !balanceAfter().isNegative();
  }
}
