package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.service.ledger.Booking;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.Ledger;
import dev.easel.web.api.CreditAmounts;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Puts credits into a tenant's wallet by hand, or takes some. */
@RequestScoped
@Path("admin/tenants/{id}/credits")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class TenantCreditsResource {

  @Inject CreditDesk desk;
  @Inject Ledger ledger;
  @Inject CurrentCaller caller;
  @Context HttpServletRequest request;

  @POST
  public Response book(@PathParam("id") String tenantId, JsonInput given) {
    JsonInput body = JsonInput.required(given);
    EntryKind kind = kind(body);
    Credits credits = credits(body, kind);
    Voucher voucher = Vouchers.read(request, body, "book:" + tenantId, caller.get().userId());
    Booking booking =
        kind == EntryKind.TOP_UP
            ? desk.topUp(caller.get(), tenantId, credits, voucher)
            : desk.adjust(caller.get(), tenantId, credits, voucher);
    return Bookings.answer(booking.replayed())
        .entity(
            WireJson.object()
                .add("entry", Bookings.json(booking.entry()))
                .add("available", WireJson.money(ledger.available(tenantId)))
                .build())
        .build();
  }

  private static EntryKind kind(JsonInput body) {
    EntryKind kind = EntryKind.parse(String.valueOf(body.text("kind"))).orElse(null);
    if (kind != EntryKind.TOP_UP && kind != EntryKind.ADJUSTMENT) {
      body.violate("kind", "must be one of: top_up, adjustment");
    }
    return kind;
  }

  private static Credits credits(JsonInput body, EntryKind kind) {
    Credits credits = CreditAmounts.read(body, "credits");
    if (credits == null || credits.isZero()) {
      body.violate("credits", "is required and must not be zero");
    } else if (kind == EntryKind.TOP_UP && credits.isNegative()) {
      body.violate("credits", "must be above zero; an adjustment takes credits");
    }
    return credits;
  }
}
