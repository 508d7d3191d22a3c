package dev.easel.domain.node;

import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What all servers know of a node: how much it is trusted, what it is, what it did. Written under
 * the lock of its row, so that servers add to it instead of overwriting each other.
 */
@Entity
@Table(name = "node_state")
public class NodeState {

  private static final int LONGEST_REASON = 500;
  private static final int LONGEST_NAME = 200;

  @Id
  @Column(name = "node_id")
  private String nodeId;

  private int faults;

  @Column(name = "quarantined_at")
  private Instant quarantinedAt;

  @Column(name = "quarantine_reason")
  private String quarantineReason;

  private int rounds;

  @Column(name = "trial_at")
  private Instant trialAt;

  private String software;
  private String device;
  private long memory;

  @Column(name = "memory_free")
  private long memoryFree;

  @Column(name = "memory_due_at")
  private Instant memoryDueAt;

  @Column(name = "inventory_at")
  private Instant inventoryAt;

  @Column(name = "inventory_due_at")
  private Instant inventoryDueAt;

  @Column(name = "last_model")
  private String lastModel;

  @Column(name = "last_render_at")
  private Instant lastRenderAt;

  @Column(name = "last_fault")
  private String lastFault;

  @Column(name = "last_fault_at")
  private Instant lastFaultAt;

  private long rendered;
  private long failed;

  protected NodeState() {} // for JPA

  /** Of a node that was just registered: its inventory is due. */
  public NodeState(String nodeId, Instant now) {
    this.nodeId = nodeId;
    this.software = "";
    this.device = "";
    this.inventoryDueAt = now;
    this.memoryDueAt = now;
  }

  public String nodeId() {
    return nodeId;
  }

  public Trust trust() {
    return new Trust(
        faults,
        Optional.ofNullable(quarantinedAt),
        quarantineReason == null ? "" : quarantineReason,
        rounds,
        Optional.ofNullable(trialAt));
  }

  public void trust(Trust judged) {
    faults = judged.faults();
    quarantinedAt = judged.quarantinedAt().orElse(null);
    quarantineReason =
        judged.isQuarantined() ? StoredText.fitting(judged.reason(), LONGEST_REASON) : null;
    rounds = judged.rounds();
    trialAt = judged.trialAt().orElse(null);
  }

  /** Notes a fault for whoever looks at the node. */
  public void fault(String reason, Instant now) {
    failed++;
    lastFault = StoredText.fitting(reason, LONGEST_REASON);
    lastFaultAt = now;
  }

  /**
   * Adds what was rendered since the last time.
   *
   * @param model the last one
   */
  public void rendered(long more, String model, Instant at) {
    rendered += more;
    if (lastRenderAt == null || !at.isBefore(lastRenderAt)) {
      lastModel = model;
      lastRenderAt = at;
    }
  }

  /** Whether the inventory is to be taken; if so, whoever asks takes it, and no one else. */
  public boolean claimInventory(Duration every, Instant now) {
    if (inventoryDueAt.isAfter(now)) {
      return false;
    }
    inventoryDueAt = now.plus(every);
    return true;
  }

  /** Whether its free memory is to be asked for; if so, whoever asks does, and no one else. */
  public boolean claimMemory(Duration every, Instant now) {
    if (memoryDueAt.isAfter(now)) {
      return false;
    }
    memoryDueAt = now.plus(every);
    return true;
  }

  /** Somebody found that it is out of date. */
  public void wantInventory(Instant now) {
    inventoryDueAt = now;
  }

  /** Notes what the node says of itself. */
  public void found(NodeFacts facts, Instant now) {
    software = StoredText.fitting(facts.version(), LONGEST_NAME);
    computesOn(facts.devices());
    inventoryAt = now;
  }

  /** Notes the largest of the devices it computes on; nothing if there is none. */
  public void computesOn(List<NodeFacts.Device> devices) {
    devices.stream()
        .max(Comparator.comparingLong(NodeFacts.Device::memory))
        .ifPresent(
            largest -> {
              device = StoredText.fitting(largest.name(), LONGEST_NAME);
              memory = largest.memory();
              memoryFree = largest.free();
            });
  }

  public String software() {
    return software;
  }

  public String device() {
    return device;
  }

  /** Bytes of its largest device; 0 if unknown. */
  public long memory() {
    return memory;
  }

  /** Bytes, when it was last asked. */
  public long memoryFree() {
    return memoryFree;
  }

  /** When its free memory is to be asked for next. */
  public Instant memoryDueAt() {
    return memoryDueAt;
  }

  /** When it is to be taken next. */
  public Instant inventoryDueAt() {
    return inventoryDueAt;
  }

  public Optional<Instant> inventoryAt() {
    return Optional.ofNullable(inventoryAt);
  }

  public Optional<String> lastModel() {
    return Optional.ofNullable(lastModel);
  }

  public Optional<Instant> lastRenderAt() {
    return Optional.ofNullable(lastRenderAt);
  }

  public Optional<String> lastFault() {
    return Optional.ofNullable(lastFault);
  }

  public Optional<Instant> lastFaultAt() {
    return Optional.ofNullable(lastFaultAt);
  }

  public long rendered() {
    return rendered;
  }

  public long failed() {
    return failed;
  }
}
