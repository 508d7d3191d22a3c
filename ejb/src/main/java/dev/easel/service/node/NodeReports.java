package dev.easel.service.node;

import dev.easel.domain.node.Reach;
import dev.easel.domain.node.Trust;
import dev.easel.domain.provider.JobFault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Logger;

/**
 * Is told what became of the work nodes were given. To be called outside transactions: what it
 * writes stays written whatever becomes of the caller.
 */
@ApplicationScoped
public class NodeReports {

  private static final Logger LOG = Logger.getLogger(NodeReports.class.getName());

  @Inject Fleet fleet;
  @Inject Sights sights;
  @Inject RenderTally tally;
  @Inject StateSteps steps;
  @Inject NodeProbes probes;

  /** A node rendered what it was given. */
  public void rendered(String nodeId, String modelId) {
    Optional<KnownNode> known = known(nodeId);
    tally.rendered(nodeId, modelId);
    fleet.noted();
    boolean wasFaulty =
        known
            .filter(
                node ->
                    node.state().trust().faults() > 0
                        || node.state().trust().rounds() > 0
                        || node.suspects().contains(modelId))
            .isPresent();
    if (wasFaulty) {
      steps.recovered(nodeId, modelId);
      fleet.edited();
    }
  }

  /** A node failed at a job, or would not take it. Which faults count is decided here. */
  public void faulted(String nodeId, String modelId, JobFault fault) {
    boolean before = known(nodeId).filter(n -> n.state().trust().isQuarantined()).isPresent();
    Optional<Trust> trust = steps.faulted(nodeId, modelId, fault);
    fleet.edited();
    if (!before && trust.filter(Trust::isQuarantined).isPresent()) {
      LOG.warning(
          () -> "Node " + nodeId + " is quarantined after faults in a row: " + fault.reason());
    }
  }

  /** A connection to it broke off: it is asked at once whether it is still there. */
  public void droppedSocket(String nodeId) {
    boolean wasUp = sights.of(nodeId).reach().state() == Reach.State.ANSWERING;
    if (wasUp && known(nodeId).isPresent() && sights.dropped(nodeId)) {
      fleet.noted();
      probes.ask(nodeId);
    }
  }

  /** It gave no answer to something else than a probe. */
  public void silent(String nodeId, String reason) {
    if (known(nodeId).isPresent() && sights.missed(nodeId, reason)) {
      fleet.noted();
      probes.ask(nodeId);
    }
  }

  private Optional<KnownNode> known(String nodeId) {
    return fleet.known().stream().filter(node -> node.id().equals(nodeId)).findAny();
  }
}
