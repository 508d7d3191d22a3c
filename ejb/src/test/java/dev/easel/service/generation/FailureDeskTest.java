package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.fake.ScriptedProvider;
import dev.easel.service.identity.Identities;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators do about what failed for reasons of the platform. */
class FailureDeskTest {

  private final House house = new House();
  private final FailureDesk desk = new FailureDesk();
  private String id;

  @BeforeEach
  void failOne() {
    desk.steps = new Transactional();
    desk.resolver = house.resolver;
    desk.identities = Identities.service(house.identities, house.clock);
    desk.queue = house.queue;
    desk.gates = house.slots.gates;
    desk.line = house.line;
    desk.quota = house.quota;
    desk.budgets = house.budgets;
    id = failed();
  }

  @Test
  void whatFailedIsListedWithItsAttempts() {
    Failure listed = desk.list(all(Optional.empty()), 10).items().get(0);

    assertThat(listed.generation().id()).isEqualTo(id);
    assertThat(listed.attempts())
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome().orElseThrow()).contains("broke"));
    assertThat(desk.list(all(Optional.of(ErrorKind.TIMED_OUT)), 10).items()).isEmpty();
    assertThat(desk.list(all(Optional.of(ErrorKind.CONTENT_REJECTED)), 10).items()).isEmpty();
  }

  @Test
  void itIsOrderedOnceMoreForItsOwnerWhoPaysForIt() {
    FailureDesk.Requeued done = desk.requeue(house.bob, id);

    Generation again = house.stored(done.as());
    assertThat(done.changed()).isTrue();
    assertThat(again.tenantId()).isEqualTo(house.ann.tenantId());
    assertThat(again.userId()).isEqualTo(house.ann.userId());
    assertThat(again.keyId()).isEqualTo(house.ann.keyId());
    assertThat(again.order().seed()).isEqualTo(house.stored(id).order().seed());
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH);
    assertThat(house.wallet(house.bob).held().isZero()).isTrue();
    assertThat(house.trail.notes()).containsExactly("failure.requeued " + id);
    assertThat(desk.list(all(Optional.empty()), 10).items()).isEmpty();

    house.provider.plays(ScriptedProvider.deliversAll());
    house.worker.run(done.as());
    assertThat(house.stored(done.as()).status()).isEqualTo(GenerationStatus.COMPLETED);
  }

  @Test
  void twoOperatorsOrderItOnce() {
    FailureDesk.Requeued first = desk.requeue(house.bob, id);
    FailureDesk.Requeued second = desk.requeue(house.ann, id);

    assertThat(second.changed()).isFalse();
    assertThat(second.as()).isEqualTo(first.as());
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH);
  }

  @Test
  void whoComesWhileAnotherOrdersItFindsThatOrder() {
    OrderResolver.Resolved order = house.resolver.again(house.ann, house.stored(id).order());
    desk.requeue(house.bob, id);

    assertThat(desk.steps.requeue(house.bob, house.ann, id, order, House.origin("h"))).isFalse();
    assertThat(house.wallet(house.ann).held()).isEqualTo(House.EACH);
  }

  @Test
  void whatDidNotFailForOurReasonsIsRefused() {
    String waits = house.submit(1).id();

    for (String wrong : List.of(waits, "gen_none")) {
      FailureException refused =
          catchThrowableOfType(FailureException.class, () -> desk.requeue(house.bob, wrong));
      assertThat(refused.code())
          .isEqualTo(wrong.equals(waits) ? FailureCode.CONFLICT : FailureCode.NOT_FOUND);
    }
  }

  private String failed() {
    house.provider.plays((order, listener) -> new RenderOutcome.Failed("broke"));
    String made = house.submit(1).id();
    house.worker.run(made);
    return made;
  }

  private static FailureQuery all(Optional<ErrorKind> kind) {
    return new FailureQuery(
        kind, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  private final class Transactional extends FailureSteps {

    Transactional() {
      generations = house.generations;
      acceptance = house.acceptance;
      audit = house.trail;
    }

    @Override
    public boolean requeue(
        Caller operator, Caller owner, String id, OrderResolver.Resolved order, Origin origin) {
      return house.database.inTransaction(() -> super.requeue(operator, owner, id, order, origin));
    }
  }
}
