package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is accepted, and how a request is recognised that came before. */
class AcceptanceTest {

  private static final String BODY = "a1";
  private static final String OTHER_BODY = "b2";

  private House house;

  @BeforeEach
  void build() {
    house = new House();
  }

  @Test
  void anAcceptedGenerationIsQueuedAndPaidForByAHold() {
    Generation accepted = house.submit(3);

    assertThat(house.stored(accepted.id()).status()).isEqualTo(GenerationStatus.QUEUED);
    assertThat(house.stored(accepted.id()).holdId()).isPresent();
    assertThat(house.queue.waiting()).containsExactly(accepted.id());
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH.times(3));
    assertThat(house.queue.wakes()).isEqualTo(1);
  }

  @Test
  void whatTheWalletDoesNotCoverLeavesNothingBehind() {
    for (int i = 0; i < 50; i++) {
      house.submit(4);
    }

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> submit(house.ann, "key", BODY));

    assertThat(failure.code()).isEqualTo(FailureCode.INSUFFICIENT_CREDITS);
    assertThat(house.queue.waiting()).hasSize(50);
    assertThat(house.accounts.transfers()).hasSize(52);
    assertThat(house.generations.findIdempotencyRecord("ten_ann", "key")).isEmpty();
    assertThat(house.wallet(house.ann).available()).isEqualTo(Credits.ZERO);
  }

  @Test
  void aFreeModelNeedsNoHoldAndNoMoney() {
    house.models.model("free").route("free", "scripted", 1).price("free", "*", 1, 0);

    Generation accepted =
        house
            .service
            .submit(house.ann, House.request().model("free"), House.origin(), Idempotency.none())
            .generation();

    assertThat(accepted.holdId()).isEmpty();
    assertThat(house.wallet(house.ann).held()).isEqualTo(Credits.ZERO);
  }

  @Test
  void theSameKeyAndBodyJoinsWhatItLedTo() {
    Submission first = submit(house.ann, "key", BODY);
    Submission second = submit(house.ann, "key", BODY);

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.generation().id()).isEqualTo(first.generation().id());
    assertThat(house.queue.waiting()).hasSize(1);
  }

  @Test
  void theSameKeyWithAnotherBodyIsRefused() {
    submit(house.ann, "key", BODY);

    FailureException failure =
        catchThrowableOfType(FailureException.class, () -> submit(house.ann, "key", OTHER_BODY));

    assertThat(failure.code()).isEqualTo(FailureCode.IDEMPOTENCY_MISMATCH);
    assertThat(house.queue.waiting()).hasSize(1);
  }

  @Test
  void keysBelongToTheirTenant() {
    Submission ofAnn = submit(house.ann, "key", BODY);
    Submission ofBob = submit(house.bob, "key", OTHER_BODY);

    assertThat(ofBob.replayed()).isFalse();
    assertThat(ofBob.generation().id()).isNotEqualTo(ofAnn.generation().id());
  }

  @Test
  void aKeyIsKnownForADay() {
    submit(house.ann, "key", BODY);
    house.clock.pass(Duration.ofHours(24).minusSeconds(1));

    assertThat(submit(house.ann, "key", BODY).replayed()).isTrue();
  }

  @Test
  void aKeyIsNewAgainAfterADay() {
    Submission first = submit(house.ann, "key", BODY);
    house.clock.pass(Duration.ofHours(24));

    Submission second = submit(house.ann, "key", OTHER_BODY);

    assertThat(second.replayed()).isFalse();
    assertThat(second.generation().id()).isNotEqualTo(first.generation().id());
    assertThat(submit(house.ann, "key", OTHER_BODY).generation().id())
        .isEqualTo(second.generation().id());
  }

  @Test
  void aRetryOfAnSdkJoinsWhatIsUnderWay() {
    Submission first = submit(house.ann, sent(BODY));
    Submission second = submit(house.ann, retried(BODY));

    assertThat(second.replayed()).isTrue();
    assertThat(second.generation().id()).isEqualTo(first.generation().id());
  }

  @Test
  void theSameBodyWithoutSayingItIsARetryIsANewWish() {
    submit(house.ann, sent(BODY));

    assertThat(submit(house.ann, sent(BODY)).replayed()).isFalse();
  }

  @Test
  void aRetryOfAnSdkDoesNotJoinWhatFailed() {
    Submission first = submit(house.ann, sent(BODY));
    int attempt = claim(first.generation());
    house.steps.fail(first.generation().id(), attempt, ErrorKind.RENDER_FAILED, "broke");

    assertThat(submit(house.ann, retried(BODY)).replayed()).isFalse();
  }

  @Test
  void aRetryOfAnSdkDoesNotJoinWhatAnotherKeySent() {
    submit(house.ann, sent(BODY));

    assertThat(submit(house.bob, retried(BODY)).replayed()).isFalse();
  }

  @Test
  void aRetryOfAnSdkAfterAQuarterOfAnHourIsANewWish() {
    submit(house.ann, sent(BODY));
    house.clock.pass(Duration.ofMinutes(16));

    assertThat(submit(house.ann, retried(BODY)).replayed()).isFalse();
  }

  private int claim(Generation generation) {
    return house
        .steps
        .claim(generation.id(), model -> Optional.empty(), "node")
        .orElseThrow()
        .generation()
        .attempt();
  }

  private Submission submit(Caller caller, String key, String body) {
    return submit(caller, new Idempotency(key, body, false));
  }

  private Submission submit(Caller caller, Idempotency idempotency) {
    return house.service.submit(
        caller, House.request(), House.origin(idempotency.bodyHash()), idempotency);
  }

  private static Idempotency sent(String body) {
    return new Idempotency(null, body, false);
  }

  private static Idempotency retried(String body) {
    return new Idempotency(null, body, true);
  }
}
