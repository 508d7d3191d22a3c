package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.ejb.EJBException;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a request with an idempotency key is told when the database refuses it. */
class SubmissionRaceTest {

  private static final Idempotency KEY = new Idempotency("key", "hash", false);

  private House house;

  @BeforeEach
  void build() {
    house = new House();
  }

  @Test
  void whoLosesTheRaceForAKeyGetsTheGenerationOfTheWinner() {
    Generation winner = submit().generation();
    hideTheKeyOnce();

    Submission second = submit();

    assertThat(second.replayed()).isTrue();
    assertThat(second.generation().id()).isEqualTo(winner.id());
    assertThat(house.queue.waiting()).containsExactly(winner.id());
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "57P01", "HYT00", "22001", "23505", "42000"})
  void anErrorThatIsNotAboutTheKeyStaysWhatItIs(String state) {
    EJBException error =
        new EJBException(new PersistenceException(new SQLException("refused", state)));
    breakWith(() -> error);

    assertThat(catchThrowable(this::submit)).isSameAs(error);
  }

  @Test
  void whileTheWinnerIsNotToBeSeenTheLoserIsAskedToComeBack() {
    breakWith(
        () ->
            FailureException.of(
                FailureCode.IDEMPOTENCY_IN_PROGRESS, "A request with this key is under way"));

    FailureException refused = catchThrowableOfType(FailureException.class, this::submit);

    assertThat(refused.code()).isEqualTo(FailureCode.IDEMPOTENCY_IN_PROGRESS);
  }

  private Submission submit() {
    return house.service.submit(house.ann, House.request(), House.origin("hash"), KEY);
  }

  private void breakWith(Supplier<RuntimeException> error) {
    use(
        new Acceptance() {
          @Override
          public Generation accept(
              Caller caller, OrderResolver.Resolved resolved, Origin origin, Idempotency key) {
            throw error.get();
          }
        });
  }

  /** As if the other request committed just after this one looked. */
  private void hideTheKeyOnce() {
    use(
        new TransactionalAcceptance(house.database) {
          private boolean looked;

          @Override
          public Optional<Generation> known(Caller caller, Idempotency idempotency) {
            boolean first = !looked;
            looked = true;
            return first ? Optional.empty() : super.known(caller, idempotency);
          }
        });
  }

  private void use(Acceptance other) {
    other.generations = house.generations;
    other.slots = house.slots;
    other.fleet = house.fleet;
    other.line = house.nodeLine;
    other.ledger = house.ledger;
    other.clock = house.clock;
    house.service.acceptance = other;
  }
}
