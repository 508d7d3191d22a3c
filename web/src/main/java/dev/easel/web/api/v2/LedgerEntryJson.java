package dev.easel.web.api.v2;

import dev.easel.domain.ledger.Transfer;
import dev.easel.service.ledger.LedgerEntry;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;

/** An entry of the ledger: what moved, by how much, for what. */
public final class LedgerEntryJson {

  private LedgerEntryJson() {}

  static JsonObjectBuilder of(LedgerEntry entry) {
    return of(entry.transfer()).add("available_effect", WireJson.money(entry.availableEffect()));
  }

  /** Without what it did to what can be spent, which takes a look at other entries. */
  public static JsonObjectBuilder of(Transfer transfer) {
    return WireJson.object()
        .add("id", transfer.id())
        .add("kind", transfer.kind().wire())
        .add("amount", WireJson.money(transfer.signedAmount()))
        .add("balance_effect", WireJson.money(transfer.balanceEffect()))
        .add("reason", transfer.reason())
        .add("generation_id", WireJson.text(transfer.generationId()))
        .add("image_id", WireJson.text(transfer.imageId()))
        .add("settles", WireJson.text(transfer.pendingId().or(transfer::captureId)))
        .add("created_at", WireJson.time(transfer.createdAt()));
  }
}
