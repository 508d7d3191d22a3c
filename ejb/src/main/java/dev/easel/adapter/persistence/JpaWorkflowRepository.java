package dev.easel.adapter.persistence;

import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Workflows by JPA. */
@ApplicationScoped
public class JpaWorkflowRepository implements WorkflowRepository {

  @PersistenceContext(unitName = "easel")
  private EntityManager entities;

  @Override
  public void add(Workflow workflow) {
    entities.persist(workflow);
  }

  @Override
  public Optional<Workflow> find(String id) {
    return Optional.ofNullable(entities.find(Workflow.class, id));
  }

  @Override
  public Optional<Workflow> lock(String id) {
    return Optional.ofNullable(entities.find(Workflow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  @Override
  public List<Workflow> all() {
    return entities
        .createQuery("select w from Workflow w order by w.preference, w.id", Workflow.class)
        .getResultList();
  }

  @Override
  public void remove(Workflow workflow) {
    entities.remove(workflow);
  }

  @Override
  public void flush() {
    entities.flush();
  }
}
