package dev.easel.domain.identity;

import dev.easel.domain.shared.FailureException;
import java.util.List;
import java.util.Optional;

/** Plans as administrators keep them. */
public interface PlanRepository {

  /** All of them, the smallest grant first. */
  List<Plan> list();

  /**
   * @throws FailureException {@code CONFLICT} if the id is taken, also if only just
   */
  void add(Plan plan);

  /** As it stands, and kept from everybody else until the transaction ends. */
  Optional<Plan> lock(String id);
}
