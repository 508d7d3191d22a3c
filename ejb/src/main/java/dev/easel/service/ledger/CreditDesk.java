package dev.easel.service.ledger;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.asset.ImageRepository;
import dev.easel.domain.audit.Action;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.IdentityRepository;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Credits moved by the hand of an administrator. Each public method is one transaction. */
@Stateless
public class CreditDesk {

  @Inject Ledger ledger;
  @Inject GenerationRepository generations;
  @Inject ImageRepository images;
  @Inject IdentityRepository identities;
  @Inject AuditTrail audit;

  /**
   * Adds credits that were paid for.
   *
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant
   */
  public Booking topUp(Caller caller, String tenantId, Credits amount, Voucher voucher) {
    mustExist(tenantId);
    return noted(caller, tenantId, amount, ledger.topUp(tenantId, amount, voucher));
  }

  /**
   * Adds credits or, negative, takes some that nothing holds.
   *
   * @throws FailureException {@code NOT_FOUND} if there is no such tenant, {@code CONFLICT} if less
   *     is available
   */
  public Booking adjust(Caller caller, String tenantId, Credits change, Voucher voucher) {
    mustExist(tenantId);
    return noted(caller, tenantId, change, ledger.adjust(tenantId, change, voucher));
  }

  /**
   * Gives back what a generation was charged.
   *
   * @param credits how many; empty for all that is left
   * @throws FailureException {@code NOT_FOUND} if there is no such generation, {@code CONFLICT} if
   *     less is left
   */
  public Booking refund(
      Caller caller, String generationId, Optional<Credits> credits, Voucher voucher) {
    Generation generation = locked(generationId);
    return given(caller, generation, ledger.refund(hold(generation), credits, null, voucher));
  }

  /**
   * Gives back the price of some images of a generation. Each image is refunded once, whatever the
   * key.
   *
   * @throws FailureException {@code INVALID_REQUEST} if an image is none of the generation's, or as
   *     for {@link #refund}
   */
  public List<Booking> refundImages(
      Caller caller, String generationId, List<String> imageIds, Voucher voucher) {
    Generation generation = locked(generationId);
    List<Booking> bookings = new ArrayList<>();
    for (String image : new LinkedHashSet<>(imageIds)) {
      mustBelong(image, generation);
      Optional<Credits> price = Optional.of(generation.unitPrice());
      Voucher own = voucher.withKey("refund:" + image);
      bookings.add(given(caller, generation, ledger.refund(hold(generation), price, image, own)));
    }
    return bookings;
  }

  private Booking noted(Caller caller, String tenantId, Credits change, Booking booking) {
    if (!booking.replayed()) {
      note(caller, tenantId, change, "credits", booking);
    }
    return booking;
  }

  private Booking given(Caller caller, Generation generation, Booking booking) {
    if (!booking.replayed()) {
      Credits amount = booking.entry().amount();
      generation.refund(amount);
      String back = "credits back for " + booking.entry().imageId().orElse(generation.id());
      note(caller, generation.tenantId(), amount, back, booking);
    }
    return booking;
  }

  private void note(Caller caller, String tenantId, Credits amount, String what, Booking booking) {
    String number = amount.credits().stripTrailingZeros().toPlainString();
    String detail = number + " " + what + ": " + booking.entry().reason();
    audit.note(caller, Action.CREDITS_BOOKED, tenantId, detail);
  }

  private Generation locked(String generationId) {
    return generations
        .lock(generationId)
        .orElseThrow(() -> FailureException.notFound("generation", generationId));
  }

  private static String hold(Generation generation) {
    return generation.holdId().orElseThrow(Refusals::nothingCharged);
  }

  private void mustBelong(String image, Generation generation) {
    boolean own =
        ImageId.parse(image)
            .filter(id -> id.generationId().equals(generation.id()))
            .filter(id -> images.wasDelivered(id.value()))
            .isPresent();
    if (!own) {
      throw FailureException.invalid("images", "must name images of " + generation.id());
    }
  }

  private void mustExist(String tenantId) {
    if (identities.findTenant(tenantId).isEmpty()) {
      throw FailureException.notFound("tenant", tenantId);
    }
  }
}
