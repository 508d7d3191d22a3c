package dev.easel.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.easel.domain.ledger.Transfer.Phase;
import dev.easel.domain.shared.Credits;
import jakarta.persistence.Column;
import java.lang.reflect.Modifier;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class TransferTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final String WALLET = LedgerAccount.walletId("ten_1");

  @Test
  void isWrittenOnce() {
    assertThat(Transfer.class.getDeclaredFields())
        .filteredOn(field -> !Modifier.isStatic(field.getModifiers()))
        .filteredOn(field -> !field.getName().startsWith("_persistence"))
        .isNotEmpty()
        .allMatch(field -> !field.getAnnotation(Column.class).updatable());
  }

  @Test
  void reservesForOneGenerationOnce() {
    Transfer hold = hold(Credits.of(4));

    assertThat(hold.phase()).isEqualTo(Phase.PENDING);
    assertThat(hold.debitAccount()).isEqualTo(WALLET);
    assertThat(hold.creditAccount()).isEqualTo(LedgerAccount.REVENUE);
    assertThat(hold.amount()).isEqualTo(Credits.of(4));
    assertThat(hold.pendingId()).isEmpty();
    assertThat(hold.idempotencyKey()).isEqualTo("hold:gen_1");
    assertThat(hold.reason()).isEqualTo("generation");
    assertThat(hold.createdAt()).isEqualTo(NOW);
  }

  @Property(tries = 200)
  void takesAtMostWhatItHolds(
      @ForAll @LongRange(min = 1, max = 1_000_000) long held,
      @ForAll @LongRange(min = 1, max = 1_000_000) long charge) {
    Transfer hold = hold(new Credits(held));
    Credits taken = new Credits(charge);

    if (charge > held) {
      assertThatThrownBy(() -> hold.post(taken, NOW)).isInstanceOf(IllegalArgumentException.class);
      return;
    }

    Transfer post = hold.post(taken, NOW.plusSeconds(1));
    assertThat(post.phase()).isEqualTo(Phase.POST);
    assertThat(post.amount()).isEqualTo(taken);
    assertThat(post.pendingId()).contains(hold.id());
    assertThat(post.debitAccount()).isEqualTo(hold.debitAccount());
    assertThat(post.creditAccount()).isEqualTo(hold.creditAccount());
  }

  @Test
  void resolvesUnderOneKeyHoweverItIsResolved() {
    Transfer hold = hold(Credits.of(4));

    assertThat(hold.voided(NOW).idempotencyKey())
        .isEqualTo(hold.post(Credits.of(1), NOW).idempotencyKey());
    assertThat(hold.voided(NOW).amount()).isEqualTo(hold.amount());
    assertThat(hold.voided(NOW).phase()).isEqualTo(Phase.VOID);
    assertThat(hold.voided(NOW).id()).isNotEqualTo(hold.id());
  }

  @Test
  void resolvesNothingButAHold() {
    Transfer post = hold(Credits.of(4)).post(Credits.of(4), NOW);
    Transfer grant = Transfer.grant(WALLET, Credits.of(9), "grant:1", "welcome", NOW);

    assertThatThrownBy(() -> post.voided(NOW)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> grant.post(Credits.of(1), NOW))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void grantsToTheWalletFromTheGrants() {
    Transfer grant = Transfer.grant(WALLET, Credits.of(9), "grant:1", "welcome", NOW);

    assertThat(grant.phase()).isEqualTo(Phase.SINGLE);
    assertThat(grant.debitAccount()).isEqualTo(LedgerAccount.GRANTS);
    assertThat(grant.creditAccount()).isEqualTo(WALLET);
    assertThat(grant.idempotencyKey()).isEqualTo("grant:1");
    assertThat(grant.reason()).isEqualTo("welcome");
  }

  @Test
  void opensAWalletEmpty() {
    LedgerAccount wallet = LedgerAccount.walletOf("ten_1");

    assertThat(wallet.id()).isEqualTo(WALLET);
    assertThat(wallet.kind()).isEqualTo(LedgerAccount.Kind.WALLET);
    assertThat(wallet.available()).isEqualTo(Credits.ZERO);
  }

  private static Transfer hold(Credits amount) {
    return Transfer.hold(WALLET, amount, "gen_1", "key_1", NOW);
  }
}
