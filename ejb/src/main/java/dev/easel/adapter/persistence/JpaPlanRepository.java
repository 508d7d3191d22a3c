package dev.easel.adapter.persistence;

import dev.easel.domain.identity.Plan;
import dev.easel.domain.identity.PlanRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Plans by JPA. */
@ApplicationScoped
public class JpaPlanRepository implements PlanRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public List<Plan> list() {
    return entities
        .createQuery("select p from Plan p order by p.monthlyCredits, p.id", Plan.class)
        .getResultList();
  }

  @Override
  public void add(Plan plan) {
    Unique.add(entities, plan, () -> Plan.taken(plan.id()));
  }

  @Override
  public Optional<Plan> lock(String id) {
    return Optional.ofNullable(entities.find(Plan.class, id, LockModeType.PESSIMISTIC_WRITE));
  }
}
