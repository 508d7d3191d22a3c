package dev.easel.domain.node;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What a node had when it was last looked at. A row of its own, since it is large. */
@Entity
@Table(name = "node_inventory")
public class NodeInventory {

  @Id
  @Column(name = "node_id")
  private String nodeId;

  private String content;

  @Column(name = "taken_at")
  private Instant takenAt;

  protected NodeInventory() {} // for JPA

  public NodeInventory(String nodeId, Inventory inventory, Instant now) {
    this.nodeId = nodeId;
    replace(inventory, now);
  }

  public final void replace(Inventory inventory, Instant now) {
    content = inventory.text();
    takenAt = now;
  }

  public String nodeId() {
    return nodeId;
  }

  public Inventory inventory() {
    return Inventory.parse(content);
  }

  public Instant takenAt() {
    return takenAt;
  }
}
