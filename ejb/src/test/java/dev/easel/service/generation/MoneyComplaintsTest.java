package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.Transfer;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.audit.RecordingTrail;
import dev.easel.service.ledger.Booking;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.Ledgers;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What users of other gateways complain about most; none of it may happen here. */
class MoneyComplaintsTest {

  private static final Optional<Credits> ALL = Optional.empty();

  private House house;
  private CreditDesk desk;
  private RecordingTrail trail;

  @BeforeEach
  void build() {
    house = new House();
    trail = new RecordingTrail();
    desk = Ledgers.desk(house.ledger, house.generations, house.images, house.identities, trail);
  }

  @Test
  void aFailureIsNotCharged() {
    house.provider.plays((order, listener) -> new RenderOutcome.Failed("no"));
    String id = house.submit(4).id();

    house.worker.run(id);

    assertThat(house.stored(id).status()).isEqualTo(GenerationStatus.FAILED);
    assertThat(house.wallet(house.ann).available()).isEqualTo(House.GRANT);
    assertThat(kinds()).doesNotContain(EntryKind.CAPTURE);
    assertThatThrownBy(() -> refund(id, ALL, "r")).isInstanceOf(FailureException.class);
  }

  @Test
  void onlyWhatWasDeliveredIsCharged() {
    house.provider.plays(ScriptedProvider.delivers(3));
    String id = house.submit(4).id();

    house.worker.run(id);

    assertThat(house.wallet(house.ann).available())
        .isEqualTo(House.GRANT.minus(House.EACH.times(3)));
  }

  @Test
  void aRefundDoesNotInflateTotals() {
    String id = delivered(4);

    refund(id, ALL, "r");

    Generation refunded = house.stored(id);
    assertThat(house.wallet(house.ann).posted()).isEqualTo(House.GRANT);
    assertThat(refunded.captured()).isEqualTo(House.EACH.times(4));
    assertThat(refunded.charge()).isEqualTo(Credits.ZERO);
    assertThat(sum(EntryKind.CAPTURE)).isEqualTo(House.EACH.times(4));
    assertThat(sum(EntryKind.REFUND)).isEqualTo(House.EACH.times(4));
  }

  @Test
  void aRefundIsNotMadeTwice() {
    String id = delivered(4);
    refund(id, ALL, "first");

    FailureException second =
        catchThrowableOfType(FailureException.class, () -> refund(id, ALL, "second"));

    assertThat(second.code()).isEqualTo(FailureCode.CONFLICT);
    assertThat(refund(id, ALL, "first").replayed()).isTrue();
    assertThat(sum(EntryKind.REFUND)).isEqualTo(House.EACH.times(4));
    assertThat(house.wallet(house.ann).posted()).isEqualTo(House.GRANT);
  }

  @Test
  void anImageIsRefundedOnceWhateverTheKey() {
    String id = delivered(4);
    String image = house.images.ofGeneration(id).get(2).id();
    refundImages(id, List.of(image), "first");

    List<Booking> again = refundImages(id, List.of(image, image), "second");

    assertThat(again).hasSize(1).allMatch(Booking::replayed);
    assertThat(house.stored(id).refunded()).isEqualTo(House.EACH);
    assertThat(again.get(0).entry().imageId()).contains(image);
  }

  @Test
  void anImageThatWasNeverDeliveredIsNotRefunded() {
    String id = delivered(1);
    String other = house.images.ofGeneration(delivered(1)).get(0).id();

    for (String image : List.of(other, "img_" + id.substring(4) + "_1", "img_no")) {
      FailureException failure =
          catchThrowableOfType(FailureException.class, () -> refundImages(id, List.of(image), "r"));
      assertThat(failure.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    }
  }

  @Test
  void everyCreditIsTracedToItsGenerationAndWhoCausedIt() {
    String id = delivered(2);
    refund(id, Optional.of(House.EACH), "r");

    assertThat(house.accounts.transfers())
        .filteredOn(entry -> entry.generationId().isPresent())
        .allMatch(entry -> entry.generationId().equals(Optional.of(id)))
        .extracting(Transfer::actor)
        .containsExactly(house.ann.keyId(), house.ann.keyId(), "user_root");
  }

  @Test
  void aRefundIsNotedOnceAmongTheChangesOfWhomItIsFor() {
    String id = delivered(2);
    String image = house.images.ofGeneration(id).get(0).id();
    refundImages(id, List.of(image), "first");
    refundImages(id, List.of(image), "again");

    refund(id, ALL, "rest");

    assertThat(trail.notes()).containsOnly("credits.booked ten_ann").hasSize(2);
    assertThat(trail.details())
        .containsExactly(
            "0.5 credits back for " + image + ": broken hands",
            "0.5 credits back for " + id + ": broken hands");
  }

  private String delivered(int count) {
    house.provider.plays(ScriptedProvider.deliversAll());
    String id = house.submit(count).id();
    house.worker.run(id);
    return id;
  }

  private Booking refund(String id, Optional<Credits> credits, String key) {
    return house.database.inTransaction(() -> desk.refund(house.ann, id, credits, voucher(key)));
  }

  private List<Booking> refundImages(String id, List<String> images, String key) {
    return house.database.inTransaction(
        () -> desk.refundImages(house.ann, id, images, voucher(key)));
  }

  private static Voucher voucher(String key) {
    return new Voucher(key, "broken hands", "user_root");
  }

  private List<EntryKind> kinds() {
    return house.accounts.transfers().stream().map(Transfer::kind).toList();
  }

  private Credits sum(EntryKind kind) {
    return house.accounts.transfers().stream()
        .filter(entry -> entry.kind() == kind)
        .map(Transfer::amount)
        .reduce(Credits.ZERO, Credits::plus);
  }
}
