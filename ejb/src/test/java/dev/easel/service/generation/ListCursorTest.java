package dev.easel.service.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A cursor is an id that a client sends: it may be anybody's. */
class ListCursorTest {

  private House house;
  private String older;
  private String newer;

  @BeforeEach
  void submitTwo() {
    house = new House();
    older = house.submit(1).id();
    house.clock.pass(Duration.ofSeconds(1));
    newer = house.submit(1).id();
  }

  @Test
  void whatComesAfterOnesOwnIsOlder() {
    assertThat(list(house.ann, newer)).containsExactly(older);
    assertThat(list(house.ann, older)).isEmpty();
  }

  @Test
  void aForeignCursorAndOneThatNeverWasAreRefusedAlike() {
    FailureException foreign = refused(house.bob, newer);
    FailureException unknown = refused(house.bob, "gen_000000000000000000000000");

    assertThat(foreign.code()).isEqualTo(FailureCode.INVALID_REQUEST);
    assertThat(foreign.fields()).containsExactlyEntriesOf(unknown.fields());
    assertThat(foreign.fields()).containsEntry("cursor", "is not a cursor of this list");
    assertThat(foreign).hasMessage(unknown.getMessage());
    assertThat(foreign.details()).isEqualTo(unknown.details());
  }

  private FailureException refused(Caller caller, String after) {
    return catchThrowableOfType(FailureException.class, () -> list(caller, after));
  }

  private List<String> list(Caller caller, String after) {
    GenerationQuery query = GenerationQuery.newest(10).after(Optional.of(after));
    return house.service.list(caller, query).items().stream()
        .map(details -> details.generation().id())
        .toList();
  }
}
