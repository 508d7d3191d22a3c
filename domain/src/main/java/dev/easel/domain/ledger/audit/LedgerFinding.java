package dev.easel.domain.ledger.audit;

import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A discrepancy an audit found, or one that a rebuild put right. */
@Entity
@Table(name = "ledger_finding")
public class LedgerFinding {

  @Id private String id;

  @Column(name = "run_id")
  private String runId;

  @Column(name = "check_name")
  private String check;

  private String subject;
  private String expected;
  private String found;

  @Column(name = "created_at")
  private Instant createdAt;

  protected LedgerFinding() {} // for JPA

  public LedgerFinding(String runId, Discrepancy discrepancy, Instant now) {
    this.id = Ids.random("fnd");
    this.runId = runId;
    this.check = discrepancy.check();
    this.subject = discrepancy.subject();
    this.expected = discrepancy.expected();
    this.found = discrepancy.found();
    this.createdAt = now;
  }

  public String runId() {
    return runId;
  }

  public Discrepancy discrepancy() {
    return new Discrepancy(check, subject, expected, found);
  }

  public Instant createdAt() {
    return createdAt;
  }
}
