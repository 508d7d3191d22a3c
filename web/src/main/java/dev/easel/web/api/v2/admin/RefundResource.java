package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.service.ledger.Booking;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.web.api.CreditAmounts;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;

/** Gives back what a generation was charged: all of it, some credits, or the price of images. */
@RequestScoped
@Path("admin/generations/{id}/refunds")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class RefundResource {

  private static final int MOST_IMAGES = 100;

  @Inject CreditDesk desk;
  @Inject CurrentCaller caller;
  @Context HttpServletRequest request;

  @POST
  public Response refund(@PathParam("id") String generationId, JsonInput given) {
    JsonInput body = JsonInput.required(given);
    List<String> images = images(body);
    Credits credits = credits(body);
    Caller admin = caller.get();
    Voucher voucher = Vouchers.read(request, body, "refund:" + generationId, admin.userId());
    List<Booking> bookings =
        images.isEmpty()
            ? List.of(desk.refund(admin, generationId, Optional.ofNullable(credits), voucher))
            : desk.refundImages(admin, generationId, images, voucher);
    JsonArrayBuilder refunds = WireJson.array(bookings, booking -> Bookings.json(booking.entry()));
    return Bookings.answer(bookings.stream().allMatch(Booking::replayed))
        .entity(WireJson.object().add("refunds", refunds).build())
        .build();
  }

  private static List<String> images(JsonInput body) {
    List<String> images = body.texts("images");
    if (images.size() > MOST_IMAGES) {
      body.violate("images", "must be at most " + MOST_IMAGES);
    }
    if (body.has("images") && images.isEmpty()) {
      body.violate("images", "must name at least one image");
    }
    if (body.has("images") && body.has("credits")) {
      body.violate("credits", "cannot be combined with images");
    }
    return images;
  }

  private static Credits credits(JsonInput body) {
    Credits credits = CreditAmounts.read(body, "credits");
    if (credits != null && credits.compareTo(Credits.ZERO) <= 0) {
      body.violate("credits", "must be above zero");
    }
    return credits;
  }
}
