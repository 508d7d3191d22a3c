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
import java.util.Objects;
import java.util.Optional;

/**
 * One immutable entry: between one wallet and one account of the platform. A PENDING transfer only
 * reserves; exactly one POST (of the same or a smaller amount) or one VOID resolves it, which the
 * database enforces. SINGLE moves at once. What was wrong is put right by another entry.
 */
@Entity
@Table(name = "ledger_transfer")
public class Transfer {

  /** Who caused what nobody asked for by hand. */
  public static final String SYSTEM = "system";

  /** Phase of a two-phase transfer. */
  public enum Phase {
    SINGLE,
    PENDING,
    POST,
    VOID
  }

  @Id
  @Column(updatable = false)
  private String id;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private EntryKind kind;

  @Column(name = "wallet_id", updatable = false)
  private String walletId;

  @Column(name = "debit_account", updatable = false)
  private String debitAccount;

  @Column(name = "credit_account", updatable = false)
  private String creditAccount;

  @Column(updatable = false)
  private long amount;

  @Enumerated(EnumType.STRING)
  @Column(updatable = false)
  private Phase phase;

  @Column(name = "pending_id", updatable = false)
  private String pendingId;

  @Column(name = "capture_id", updatable = false)
  private String captureId;

  @Column(name = "generation_id", updatable = false)
  private String generationId;

  @Column(name = "image_id", updatable = false)
  private String imageId;

  @Column(name = "idempotency_key", updatable = false)
  private String idempotencyKey;

  @Column(updatable = false)
  private String reason;

  @Column(updatable = false)
  private String actor;

  @Column(name = "created_at", updatable = false)
  private Instant createdAt;

  protected Transfer() {} // for JPA

  private Transfer(EntryKind kind, Phase phase, String wallet, Credits amount, Instant now) {
    this.id = Ids.random("trf");
    this.kind = kind;
    this.phase = phase;
    this.walletId = wallet;
    this.amount = amount.micros();
    this.createdAt = now;
  }

  /**
   * Reserves credits of a wallet for a generation.
   *
   * @param actor id of the key that asked for it
   */
  public static Transfer hold(
      String wallet, Credits amount, String generationId, String actor, Instant now) {
    Transfer hold =
        new Transfer(EntryKind.HOLD, Phase.PENDING, wallet, amount, now)
            .to(LedgerAccount.REVENUE)
            .booked(new Voucher("hold:" + generationId, "generation", actor));
    hold.generationId = generationId;
    return hold;
  }

  /**
   * Takes {@code charge} of this hold; the rest is free again.
   *
   * @throws IllegalArgumentException if the charge exceeds the hold
   * @throws IllegalStateException if this is no hold
   */
  public Transfer post(Credits charge, Instant now) {
    if (charge.compareTo(amount()) > 0) {
      throw new IllegalArgumentException("Cannot take " + charge + " of hold " + id);
    }
    return resolution(EntryKind.CAPTURE, Phase.POST, charge, now);
  }

  /**
   * Frees this hold whole.
   *
   * @throws IllegalStateException if this is no hold
   */
  public Transfer voided(Instant now) {
    return resolution(EntryKind.RELEASE, Phase.VOID, amount(), now);
  }

  /** Gives credits to a wallet; the key makes it happen once. */
  public static Transfer grant(
      String wallet, Credits amount, String key, String reason, Instant now) {
    return new Transfer(EntryKind.GRANT, Phase.SINGLE, wallet, amount, now)
        .from(LedgerAccount.GRANTS)
        .booked(new Voucher(key, reason, SYSTEM));
  }

  /** Adds credits that were paid for. */
  public static Transfer topUp(String wallet, Credits amount, Voucher voucher, Instant now) {
    return new Transfer(EntryKind.TOP_UP, Phase.SINGLE, wallet, amount, now)
        .from(LedgerAccount.TOP_UPS)
        .booked(voucher);
  }

  /** Adds credits or, negative, takes some. */
  public static Transfer adjustment(String wallet, Credits change, Voucher voucher, Instant now) {
    Credits size = change.isNegative() ? change.negated() : change;
    Transfer entry =
        new Transfer(EntryKind.ADJUSTMENT, Phase.SINGLE, wallet, size, now).booked(voucher);
    return change.isNegative()
        ? entry.to(LedgerAccount.ADJUSTMENTS)
        : entry.from(LedgerAccount.ADJUSTMENTS);
  }

  /**
   * Gives credits of this capture back. That all refunds together stay below it is the ledger's to
   * see to.
   *
   * @param image id of the image they were taken for, or null for no one in particular
   * @throws IllegalStateException if this is no capture
   */
  public Transfer refund(Credits credits, String image, Voucher voucher, Instant now) {
    if (kind != EntryKind.CAPTURE) {
      throw new IllegalStateException("Transfer " + id + " is no capture but " + kind);
    }
    Transfer refund =
        new Transfer(EntryKind.REFUND, Phase.SINGLE, walletId, credits, now)
            .from(LedgerAccount.REVENUE)
            .booked(voucher);
    refund.captureId = id;
    refund.generationId = generationId;
    refund.imageId = image;
    return refund;
  }

  private Transfer resolution(EntryKind newKind, Phase newPhase, Credits size, Instant now) {
    if (phase != Phase.PENDING) {
      throw new IllegalStateException("Transfer " + id + " is no hold but " + phase);
    }
    Transfer entry =
        new Transfer(newKind, newPhase, walletId, size, now)
            .to(creditAccount)
            .booked(new Voucher("resolve:" + id, reason, actor));
    entry.pendingId = id;
    entry.generationId = generationId;
    return entry;
  }

  private Transfer to(String account) {
    debitAccount = walletId;
    creditAccount = account;
    return this;
  }

  private Transfer from(String account) {
    debitAccount = account;
    creditAccount = walletId;
    return this;
  }

  private Transfer booked(Voucher voucher) {
    idempotencyKey = voucher.key();
    reason = voucher.reason();
    actor = voucher.actor();
    return this;
  }

  public String id() {
    return id;
  }

  public EntryKind kind() {
    return kind;
  }

  /** The wallet it moves; the other side is one of the platform's accounts. */
  public String walletId() {
    return walletId;
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

  /** As the wallet's owner sees it: what can be spent grows by it or, negative, shrinks. */
  public Credits signedAmount() {
    boolean gives = creditAccount.equals(walletId) || kind == EntryKind.RELEASE;
    return gives ? amount() : amount().negated();
  }

  /** By how much what is owned changes; holds and releases change none of it. */
  public Credits balanceEffect() {
    return kind.movesBalance() ? signedAmount() : Credits.ZERO;
  }

  /** Whether this was asked for in the same words as another, so that one may stand for both. */
  public boolean says(Transfer other) {
    return kind == other.kind
        && amount == other.amount
        && debitAccount.equals(other.debitAccount)
        && creditAccount.equals(other.creditAccount)
        && Objects.equals(captureId, other.captureId)
        && Objects.equals(imageId, other.imageId);
  }

  public Phase phase() {
    return phase;
  }

  /** The hold this resolves, if it resolves one. */
  public Optional<String> pendingId() {
    return Optional.ofNullable(pendingId);
  }

  /** The capture this refunds, if it is a refund. */
  public Optional<String> captureId() {
    return Optional.ofNullable(captureId);
  }

  public Optional<String> generationId() {
    return Optional.ofNullable(generationId);
  }

  public Optional<String> imageId() {
    return Optional.ofNullable(imageId);
  }

  public String idempotencyKey() {
    return idempotencyKey;
  }

  public String reason() {
    return reason;
  }

  /** Id of the key or user that caused it, or {@link #SYSTEM}. */
  public String actor() {
    return actor;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
