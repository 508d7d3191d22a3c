package dev.easel.domain.shared;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlStateTest {

  @Test
  void itIsFoundBelowWhateverWrapsIt() {
    Throwable wrapped =
        new IllegalStateException(new PersistenceException(new SQLException("no", "23505")));

    assertThat(SqlState.of(wrapped)).contains(SqlState.DUPLICATE_KEY);
  }

  @Test
  void whatIsNoMatterOfTheDatabaseHasNone() {
    assertThat(SqlState.of(new IllegalStateException())).isEmpty();
    assertThat(SqlState.of(new SQLException("without a state"))).isEmpty();
  }

  @Test
  void onlyClass22IsAnErrorOfData() {
    assertThat(SqlState.isDataError(new SQLException("too long", "22001"))).isTrue();
    assertThat(SqlState.isDataError(new SQLException("U+0000", "22021"))).isTrue();
    assertThat(SqlState.isDataError(new SQLException("duplicate", "23505"))).isFalse();
    assertThat(SqlState.isDataError(new SQLException("gone", "08006"))).isFalse();
  }
}
