package dev.easel.domain.ledger;

import dev.easel.domain.shared.Credits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * An account of the ledger. Wallets carry their balance; the platform's own accounts would be rows
 * every job fights over, so theirs is the sum of their transfers.
 */
@Entity
@Table(name = "ledger_account")
public class LedgerAccount {

  /** Where granted credits come from. */
  public static final String GRANTS = "acc_grants";

  /** Where captured credits go. */
  public static final String REVENUE = "acc_revenue";

  /** Where credits come from that somebody paid for. */
  public static final String TOP_UPS = "acc_top_ups";

  /** The other side of what an administrator puts right by hand. */
  public static final String ADJUSTMENTS = "acc_adjustments";

  /** What an account is for. */
  public enum Kind {
    WALLET,
    REVENUE,
    GRANT,
    TOP_UP,
    ADJUSTMENT
  }

  @Id private String id;

  @Column(name = "owner_id")
  private String ownerId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private long posted;
  private long held;

  protected LedgerAccount() {} // for JPA

  private LedgerAccount(String id, String ownerId, Kind kind) {
    this.id = id;
    this.ownerId = ownerId;
    this.kind = kind;
  }

  public static LedgerAccount walletOf(String tenantId) {
    return new LedgerAccount(walletId(tenantId), tenantId, Kind.WALLET);
  }

  public static String walletId(String tenantId) {
    return "acc_" + tenantId;
  }

  public String id() {
    return id;
  }

  public Kind kind() {
    return kind;
  }

  /** What is owned, holds included. */
  public Credits posted() {
    return new Credits(posted);
  }

  /** What is reserved for work under way. */
  public Credits held() {
    return new Credits(held);
  }

  /** What may still be spent. */
  public Credits available() {
    return posted().minus(held());
  }
}
