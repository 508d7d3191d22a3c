package dev.easel.service.workflow;

import dev.easel.domain.workflow.Workflow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps what was read of each workflow as long as it stays the same. */
@ApplicationScoped
public class PlanCache {

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();

  Plan of(Workflow workflow) {
    return entries.compute(
            workflow.id(),
            (id, known) ->
                known != null && known.isOf(workflow)
                    ? known
                    : new Entry(
                        workflow.terms(),
                        PlanReader.read(workflow.operation(), workflow.definition())))
        .plan;
  }

  void forget(String id) {
    entries.remove(id);
  }

  private record Entry(Workflow.Terms terms, Plan plan) {

    boolean isOf(Workflow workflow) {
      return terms.equals(workflow.terms());
    }
  }
}
