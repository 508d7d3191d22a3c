package dev.easel.domain.ledger;

import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/**
 * One immutable entry. A PENDING transfer only reserves; exactly one POST (of the same or a smaller
 * amount) or one VOID resolves it, which the database enforces. SINGLE moves at once.
 */
@Entity
@Table(name = "ledger_transfer")
public class Transfer {

  /** Phase of a two-phase transfer. */
  public enum Phase {
    SINGLE,
    PENDING,
    POST,
    VOID
  }

  @Id private String id;

  @Column(name = "debit_account")
  private String debitAccount;

  @Column(name = "credit_account")
  private String creditAccount;

  private long amount;

  @Enumerated(EnumType.STRING)
  private Phase phase;

  @Column(name = "pending_id")
  private String pendingId;

  @Column(name = "idempotency_key")
  private String idempotencyKey;

  private String reason;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Transfer() {} // for JPA

  private Transfer(
      String debit, String credit, Credits amount, Phase phase, String pending, String key) {
    this.id = Ids.random("trf");
    this.debitAccount = debit;
    this.creditAccount = credit;
    this.amount = amount.micros();
    this.phase = phase;
    this.pendingId = pending;
    this.idempotencyKey = key;
  }

  /** Reserves credits of a wallet for a generation. */
  public static Transfer hold(String wallet, Credits amount, String generationId, Instant now) {
    return new Transfer(
            wallet, LedgerAccount.REVENUE, amount, Phase.PENDING, null, "hold:" + generationId)
        .stamp("generation", now);
  }

  /**
   * Takes {@code charge} of this hold; the rest is free again.
   *
   * @throws IllegalArgumentException if the charge exceeds the hold
   * @throws IllegalStateException if this is no hold
   */
  public Transfer post(Credits charge, Instant now) {
    mustBePending();
    if (charge.compareTo(amount()) > 0) {
      throw new IllegalArgumentException("Cannot take " + charge + " of hold " + id);
    }
    return new Transfer(debitAccount, creditAccount, charge, Phase.POST, id, "resolve:" + id)
        .stamp(reason, now);
  }

  /**
   * Frees this hold whole.
   *
   * @throws IllegalStateException if this is no hold
   */
  public Transfer voided(Instant now) {
    mustBePending();
    return new Transfer(debitAccount, creditAccount, amount(), Phase.VOID, id, "resolve:" + id)
        .stamp(reason, now);
  }

  /** Gives credits to a wallet; the key makes it happen once. */
  public static Transfer grant(
      String wallet, Credits amount, String key, String reason, Instant now) {
    return new Transfer(LedgerAccount.GRANTS, wallet, amount, Phase.SINGLE, null, key)
        .stamp(reason, now);
  }

  private void mustBePending() {
    if (phase != Phase.PENDING) {
      throw new IllegalStateException("Transfer " + id + " is no hold but " + phase);
    }
  }

  private Transfer stamp(String newReason, Instant now) {
    reason = newReason;
    createdAt = now;
    return this;
  }

  public String id() {
    return id;
  }

  public String debitAccount() {
    return debitAccount;
  }

  public String creditAccount() {
    return creditAccount;
  }

  public Credits amount() {
    return new Credits(amount);
  }

  public Phase phase() {
    return phase;
  }

  /** The hold this resolves, if it resolves one. */
  public Optional<String> pendingId() {
    return Optional.ofNullable(pendingId);
  }

  public String idempotencyKey() {
    return idempotencyKey;
  }

  public String reason() {
    return reason;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
