package dev.easel.fake;

import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanRepository;
import jakarta.persistence.EntityExistsException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plans without a database. */
public final class InMemoryPlans implements PlanRepository {

  private final InMemoryDatabase database;

  public InMemoryPlans(InMemoryDatabase database) {
    this.database = database;
  }

  @Override
  public List<Plan> list() {
    return database
        .all(Plan.class)
        .sorted(Comparator.comparing(Plan::monthlyCredits).thenComparing(Plan::id))
        .toList();
  }

  @Override
  public void add(Plan plan) {
    try {
      database.add(plan);
    } catch (EntityExistsException e) {
      throw Plan.taken(plan.id());
    }
  }

  /** One transaction at a time, so there is nobody to keep out. */
  @Override
  public Optional<Plan> lock(String id) {
    return database.find(Plan.class, id);
  }
}
