package dev.easel.web.api.v2.admin;

import dev.easel.domain.ledger.Transfer;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.v2.LedgerEntryJson;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response;

/** Answers to bookings by hand. */
final class Bookings {

  private Bookings() {}

  /** 201 for what was booked now, 200 for what had been. */
  static Response.ResponseBuilder answer(boolean replayed) {
    return replayed
        ? Response.ok().header(IdempotencyHeaders.REPLAYED, "true")
        : Response.status(Response.Status.CREATED);
  }

  /** As the tenant sees it, and who booked it. */
  static JsonObjectBuilder json(Transfer entry) {
    return LedgerEntryJson.of(entry).add("actor", entry.actor());
  }
}
