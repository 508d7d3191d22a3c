package dev.easel.domain.shared;

import java.sql.SQLException;
import java.util.Optional;

/** What a database said through the layers that wrap its exceptions. */
public final class SqlState {

  /** A row of this key is there already. */
  public static final String DUPLICATE_KEY = "23505";

  private static final String DATA_EXCEPTION = "22";
  private static final int DEEPEST = 16;

  private SqlState() {}

  /** The SQLSTATE of the first database exception among the causes. */
  public static Optional<String> of(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        return Optional.of(sql.getSQLState());
      }
      cause = cause.getCause();
    }
    return Optional.empty();
  }

  /** Whether a value did not fit, which no repetition mends. */
  public static boolean isDataError(Throwable thrown) {
    return of(thrown).filter(state -> state.startsWith(DATA_EXCEPTION)).isPresent();
  }
}
