package dev.easel.domain.ledger.audit;

import static dev.easel.domain.generation.GenerationStatus.CANCELLED;
import static dev.easel.domain.generation.GenerationStatus.COMPLETED;
import static dev.easel.domain.generation.GenerationStatus.FAILED;
import static dev.easel.domain.generation.GenerationStatus.PROCESSING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.ledger.audit.GenerationTally.Entries;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TallyTest {

  @Test
  void aWalletThatIsTheSumOfItsEntriesIsRight() {
    assertThat(new WalletTally("acc_a", 10, 4, 10, 4).discrepancies()).isEmpty();
  }

  @Test
  void aBalanceThatIsNotItsEntriesIsFound() {
    assertThat(new WalletTally("acc_a", 11, 4, 10, 4).discrepancies())
        .containsExactly(new Discrepancy("wallet_posted", "acc_a", "10", "11"));
    assertThat(new WalletTally("acc_a", 10, 3, 10, 4).discrepancies())
        .containsExactly(new Discrepancy("wallet_held", "acc_a", "4", "3"));
  }

  @Test
  void aWalletThatSpentMoreThanItHasIsFound() {
    assertThat(new WalletTally("acc_a", 3, 4, 3, 4).discrepancies())
        .extracting(Discrepancy::check)
        .containsExactly("wallet_available", "entries_available");
  }

  @Test
  void whatIsChargedOnceOrNotAtAllIsRight() {
    assertThat(checks(COMPLETED, 8, 0, new Entries(1, 1, 8, 0, 0))).isEmpty();
    assertThat(checks(COMPLETED, 8, 3, new Entries(1, 1, 8, 0, 3))).isEmpty();
    assertThat(checks(FAILED, 0, 0, new Entries(1, 0, 0, 1, 0))).isEmpty();
    assertThat(checks(CANCELLED, 0, 0, new Entries(1, 0, 0, 1, 0))).isEmpty();
    assertThat(checks(PROCESSING, 0, 0, new Entries(1, 0, 0, 0, 0))).isEmpty();
  }

  @Test
  void aFreeModelNeedsNoEntries() {
    Entries none = new Entries(0, 0, 0, 0, 0);

    assertThat(new GenerationTally("gen_a", COMPLETED, false, 0, 0, false, none).discrepancies())
        .isEmpty();
  }

  @Test
  void aFailureThatWasChargedIsFound() {
    assertThat(checks(FAILED, 0, 0, new Entries(1, 1, 8, 0, 0))).containsExactly("free_end");
  }

  @Test
  void anotherChargeThanItSaysIsFound() {
    assertThat(checks(COMPLETED, 8, 0, new Entries(1, 1, 7, 0, 0))).containsExactly("charged_once");
  }

  @Test
  void whatDeliveredAndWasNotChargedIsFound() {
    assertThat(checks(COMPLETED, 0, 0, new Entries(1, 0, 0, 1, 0))).containsExactly("charged_once");
  }

  @Test
  void aHoldThatOutlivesItsGenerationIsFound() {
    assertThat(checks(CANCELLED, 0, 0, new Entries(1, 0, 0, 0, 0)))
        .containsExactly("hold_resolved_once");
  }

  @Test
  void aHoldThatEndsBeforeItsGenerationIsFound() {
    assertThat(checks(PROCESSING, 0, 0, new Entries(1, 0, 0, 1, 0)))
        .containsExactly("open_until_end");
  }

  @Test
  void refundsBeyondTheChargeAreFound() {
    assertThat(checks(COMPLETED, 8, 9, new Entries(1, 1, 8, 0, 9)))
        .containsExactly("refunds_within_charge");
    assertThat(checks(COMPLETED, 8, 0, new Entries(1, 1, 8, 0, 3)))
        .containsExactly("refunds_remembered");
  }

  @Test
  void rangesCoverEverythingWithoutOverlap() {
    Map<String, String> ends = Map.of("", "b", "b", "d");

    assertThat(IdRange.covering(after -> Optional.ofNullable(ends.get(after))))
        .containsExactly(new IdRange("", "b"), new IdRange("b", "d"), new IdRange("d", ""));
  }

  private static List<String> checks(
      GenerationStatus status, long captured, long refunded, Entries entries) {
    return new GenerationTally("gen_a", status, true, captured, refunded, true, entries)
        .discrepancies().stream().map(Discrepancy::check).toList();
  }
}
