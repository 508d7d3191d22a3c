package dev.easel.service.workflow;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.workflow.Workflow;
import dev.easel.domain.workflow.WorkflowRepository;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The transactions of {@link WorkflowDesk}. */
@Stateless
public class WorkflowSteps {

  /** All are read at once, again and again. */
  private static final int MOST = 300;

  @Inject WorkflowRepository workflows;

  public List<Workflow> all() {
    return workflows.all();
  }

  public Workflow get(String id) {
    return workflows.find(id).orElseThrow(() -> FailureException.notFound("workflow", id));
  }

  public Workflow add(Workflow made) {
    if (workflows.find(made.id()).isPresent()) {
      throw FailureException.of(
              FailureCode.CONFLICT, "There is a workflow '" + made.id() + "' already")
          .with("reason", "workflow_exists");
    }
    if (workflows.all().size() >= MOST) {
      throw FailureException.of(FailureCode.CONFLICT, "There are " + MOST + " workflows already")
          .with("reason", "too_many_workflows");
    }
    workflows.add(made);
    workflows.flush();
    return made;
  }

  /**
   * @param version the one that is changed; empty for whichever is there
   * @throws FailureException {@code CONFLICT} if another version is there
   */
  public Workflow change(String id, Optional<Long> version, Consumer<Workflow> change) {
    Workflow workflow = locked(id);
    if (version.isPresent() && version.get() != workflow.version()) {
      throw FailureException.of(
              FailureCode.CONFLICT, "The workflow is at version " + workflow.version())
          .with("reason", "stale_version");
    }
    change.accept(workflow);
    workflows.flush();
    return workflow;
  }

  public void remove(String id) {
    Workflow workflow = locked(id);
    if (workflow.shipped()) {
      throw FailureException.of(
              FailureCode.CONFLICT,
              "This workflow came with the release and would come back: disable it instead")
          .with("reason", "shipped_workflow");
    }
    workflows.remove(workflow);
    workflows.flush();
  }

  private Workflow locked(String id) {
    return workflows.lock(id).orElseThrow(() -> FailureException.notFound("workflow", id));
  }
}
