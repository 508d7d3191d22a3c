package dev.easel.service.generation;

import dev.easel.domain.generation.Reference;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.service.workflow.Binder;
import dev.easel.service.workflow.DirectOrders;
import dev.easel.service.workflow.Plan;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Words a generation as a job for a node, and a node's objections in the caller's terms. */
@ApplicationScoped
class JobOrders {

  private static final Logger LOG = Logger.getLogger(JobOrders.class.getName());

  @Inject RenderOrders orders;
  @Inject References references;
  @Inject WorkflowReader workflows;

  RenderOrder order(OpenJob job) {
    return orders.of(job.generation(), job.attempt().adapter(), job.attempt().upstreamId());
  }

  /** The further images that are in what was made. */
  List<Reference> taken(OpenJob job) {
    return references.taken(job.generation(), job.attempt().adapter(), job.attempt().upstreamId());
  }

  /** What has to be known to fetch what was made. */
  RenderOrder made(OpenJob job) {
    return orders.withoutInputs(job.generation(), job.attempt().upstreamId());
  }

  /**
   * @throws FailureException if the workflow cannot do what was ordered
   */
  PreparedJob prepare(OpenJob job) {
    return bound(job).job();
  }

  /** The outcome with what had to be changed to fit the workflow. */
  RenderOutcome.Completed completed(OpenJob job, RenderOutcome outcome) {
    List<Remark> remarks = new ArrayList<>(remarks(job));
    if (outcome instanceof RenderOutcome.Completed completed) {
      remarks.addAll(completed.warnings());
    }
    return new RenderOutcome.Completed(remarks);
  }

  /** An input or a workflow deleted meanwhile takes nothing from what was made. */
  private List<Remark> remarks(OpenJob job) {
    try {
      return bound(job).remarks();
    } catch (FailureException e) {
      LOG.log(Level.FINE, e, () -> "Nothing can be remarked upon " + job.id());
      return List.of();
    }
  }

  /** Names the parameter of the request behind the input the node objects to. */
  String worded(OpenJob job, JobFault fault) {
    if (fault.parameter().isEmpty()) {
      return fault.reason();
    }
    if (isDirect(job)) {
      return fault.parameter() + ": " + fault.reason();
    }
    return workflows
        .plan(job.attempt().upstreamId())
        .flatMap(plan -> plan.behind(fault.parameter()))
        .map(parameter -> parameter.field() + ": " + fault.reason())
        .orElse(fault.reason());
  }

  private static boolean isDirect(OpenJob job) {
    return DirectOrders.KINDS.contains(job.attempt().adapter());
  }

  private Binder.Bound bound(OpenJob job) {
    if (isDirect(job)) {
      return DirectOrders.bind(order(job));
    }
    Optional<Plan> plan = workflows.plan(job.attempt().upstreamId());
    return Binder.bind(plan.orElseThrow(() -> gone(job)), order(job));
  }

  private static FailureException gone(OpenJob job) {
    return FailureException.of(
        FailureCode.MODEL_NOT_CONFIGURED,
        "The workflow " + job.attempt().upstreamId() + " was removed");
  }
}
