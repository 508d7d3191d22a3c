package dev.easel.service.node;

import dev.easel.domain.node.Inventory;
import dev.easel.domain.node.NodeBreaker;
import dev.easel.domain.node.NodeInventory;
import dev.easel.domain.node.NodeRepository;
import dev.easel.domain.node.NodeSight;
import dev.easel.domain.node.NodeState;
import dev.easel.domain.node.Trust;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.NodeFacts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The transactions that note what became of nodes. Of a node that was removed meanwhile nothing is
 * noted.
 */
@Stateless
public class StateSteps {

  @Inject NodeRepository stored;
  @Inject Clock clock;

  /**
   * @return what it came to
   */
  public Optional<Trust> judge(String nodeId, UnaryOperator<Trust> step) {
    Optional<NodeState> state = stored.lockedState(nodeId);
    state.ifPresent(found -> found.trust(step.apply(found.trust())));
    return state.map(NodeState::trust);
  }

  /** Notes a fault, and holds it against the node or against a model on it. */
  public Optional<Trust> faulted(String nodeId, String modelId, JobFault fault) {
    Instant now = clock.instant();
    Optional<NodeState> state = stored.lockedState(nodeId);
    state.ifPresent(
        found -> {
          found.fault(modelId + ": " + fault.reason(), now);
          if (NodeBreaker.counts(fault.kind())) {
            breakModel(nodeId, modelId, fault.kind());
          }
          if (againstNode(fault.kind())) {
            found.trust(found.trust().fault(fault.reason(), now));
          }
          if (inventoryIsWrong(fault.kind())) {
            found.wantInventory(now);
          }
        });
    return state.map(NodeState::trust);
  }

  private void breakModel(String nodeId, String modelId, JobFault.Kind kind) {
    Optional<NodeBreaker> there = stored.breaker(nodeId, modelId);
    NodeBreaker breaker = there.orElseGet(() -> new NodeBreaker(nodeId, modelId));
    breaker.fail(kind, clock.instant());
    if (there.isEmpty()) {
      stored.add(breaker);
    }
  }

  private static boolean inventoryIsWrong(JobFault.Kind kind) {
    return kind == JobFault.Kind.MODEL_MISSING || kind == JobFault.Kind.CAPABILITY_MISSING;
  }

  private static boolean againstNode(JobFault.Kind kind) {
    return switch (kind) {
      case ACCESS_DENIED, NODE_FAILED, WRONG_RESULT -> true;
      case MODEL_MISSING,
          CAPABILITY_MISSING,
          INVALID_VALUE,
          INVALID_IMAGE,
          WORKFLOW_BROKEN,
          OUT_OF_MEMORY ->
          false;
    };
  }

  /** Something was rendered after faults: they are not held against node and model any more. */
  public void recovered(String nodeId, String modelId) {
    stored.lockedState(nodeId).ifPresent(state -> state.trust(state.trust().rendered()));
    stored.removeBreaker(nodeId, modelId);
  }

  /** Adds to the count of what was rendered. */
  public void count(String nodeId, long rendered, String lastModel, Instant lastAt) {
    stored.lockedState(nodeId).ifPresent(state -> state.rendered(rendered, lastModel, lastAt));
  }

  /** True for one server, if a trial is due; it has {@code within} to make it. */
  public boolean claimTrial(String nodeId, Duration within) {
    Instant now = clock.instant();
    Optional<NodeState> due =
        stored.lockedState(nodeId).filter(state -> state.trust().isTrialDue(now));
    due.ifPresent(state -> state.trust(state.trust().trying(within, now)));
    return due.isPresent();
  }

  /** True for one server, if the inventory is due; it will be again after {@code every}. */
  public boolean claimInventory(String nodeId, Duration every) {
    return stored
        .lockedState(nodeId)
        .filter(state -> state.claimInventory(every, clock.instant()))
        .isPresent();
  }

  /** True for one server, if the free memory is to be asked for; again after {@code every}. */
  public boolean claimMemory(String nodeId, Duration every) {
    return stored
        .lockedState(nodeId)
        .filter(state -> state.claimMemory(every, clock.instant()))
        .isPresent();
  }

  /** Keeps what a node computes on. */
  public void measured(String nodeId, List<NodeFacts.Device> devices) {
    stored.lockedState(nodeId).ifPresent(state -> state.computesOn(devices));
  }

  /** The inventory is to be taken at that time. */
  public void wantInventory(String nodeId, Instant at) {
    stored.lockedState(nodeId).ifPresent(state -> state.wantInventory(at));
  }

  /** Keeps what a node said of itself. */
  public void found(String nodeId, NodeFacts facts) {
    Instant now = clock.instant();
    Inventory inventory = Inventory.of(facts);
    stored
        .lockedState(nodeId)
        .ifPresent(
            state -> {
              state.found(facts, now);
              stored
                  .inventory(nodeId)
                  .ifPresentOrElse(
                      old -> old.replace(inventory, now),
                      () -> stored.add(new NodeInventory(nodeId, inventory, now)));
            });
  }

  /** Keeps how this server sees a node. */
  public void see(String nodeId, String server, Sight sight) {
    if (stored.find(nodeId).isEmpty()) {
      return;
    }
    stored
        .sight(nodeId, server)
        .ifPresentOrElse(
            old -> old.see(sight.reach(), sight.seenAt()),
            () -> stored.add(new NodeSight(nodeId, server, sight.reach(), sight.seenAt())));
  }

  /** Forgets which models could not be loaded long ago. */
  public int forgetBreakers() {
    return stored.removeBreakersBefore(clock.instant().minus(NodeBreaker.PAUSE.multipliedBy(2)));
  }
}
