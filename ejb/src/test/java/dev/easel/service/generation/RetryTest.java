package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Making again what failed, by clients that may not have heard the first answer. */
class RetryTest {

  private House house;
  private String id;

  @BeforeEach
  void cancelOne() {
    house = new House();
    id = cancelled();
  }

  @Test
  void theSameKeyPaysOnce() {
    Submission first = retry(id, keyed("h"));
    Submission second = retry(id, keyed("h"));

    assertThat(first.replayed()).isFalse();
    assertThat(second.replayed()).isTrue();
    assertThat(second.generation().id()).isEqualTo(first.generation().id());
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH);
  }

  @Test
  void withoutAKeyEachIsAWishOfItsOwn() {
    retry(id, Idempotency.none());
    retry(id, Idempotency.none());

    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH.times(2));
  }

  @Test
  void theKeyOfAnotherGenerationIsRefused() {
    retry(id, keyed("h"));

    FailureException refused =
        catchThrowableOfType(FailureException.class, () -> retry(cancelled(), keyed("other")));

    assertThat(refused.code()).isEqualTo(FailureCode.IDEMPOTENCY_MISMATCH);
  }

  @Test
  void anSdkThatSendsItAgainJoins() {
    Submission first = retry(id, new Idempotency(null, "h", false));
    Submission second = retry(id, new Idempotency(null, "h", true));

    assertThat(second.replayed()).isTrue();
    assertThat(second.generation().id()).isEqualTo(first.generation().id());
  }

  @Test
  void aKeyOpensNobodyElsesGeneration() {
    FailureException refused =
        catchThrowableOfType(
            FailureException.class,
            () -> house.service.retry(house.bob, id, House.origin("h"), keyed("h")));

    assertThat(refused.code()).isEqualTo(FailureCode.NOT_FOUND);
  }

  private Submission retry(String of, Idempotency idempotency) {
    return house.service.retry(house.ann, of, House.origin(idempotency.bodyHash()), idempotency);
  }

  private String cancelled() {
    String made = house.submit(1).id();
    house.service.cancel(house.ann, made);
    return made;
  }

  private static Idempotency keyed(String hash) {
    return new Idempotency("key", hash, false);
  }
}
