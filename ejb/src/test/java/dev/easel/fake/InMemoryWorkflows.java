package dev.easel.fake;

import static java.util.Comparator.comparing;

import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowRepository;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Workflows without a database. */
public final class InMemoryWorkflows implements WorkflowRepository {

  private final Map<String, Workflow> rows = new ConcurrentHashMap<>();

  @Override
  public void add(Workflow workflow) {
    rows.put(workflow.id(), workflow);
  }

  @Override
  public Optional<Workflow> find(String id) {
    return Optional.ofNullable(rows.get(id));
  }

  @Override
  public Optional<Workflow> lock(String id) {
    return find(id);
  }

  @Override
  public List<Workflow> all() {
    return rows.values().stream()
        .sorted(comparing(Workflow::preference).thenComparing(Workflow::id))
        .toList();
  }

  @Override
  public void remove(Workflow workflow) {
    rows.remove(workflow.id());
  }

  @Override
  public void flush() {
    rows.values().forEach(row -> Stored.set(row, "version", row.version() + 1));
  }
}
