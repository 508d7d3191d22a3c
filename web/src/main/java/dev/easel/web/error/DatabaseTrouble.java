package dev.easel.web.error;

import java.sql.SQLException;
import java.util.Set;

/**
 * Tells a database that cannot serve now (gone, stalled, out of connections) from a defect of ours.
 * The first is worth a retry, and nothing was written.
 */
final class DatabaseTrouble {

  /** Classes of SQLSTATE: connection, rollback by conflict, resources, operator, lock time-out. */
  private static final Set<String> CLASSES = Set.of("08", "40", "53", "57", "HY");

  /** The pool's own error when no connection is to be had within its waiting time. */
  private static final String POOL = "jakarta.resource.";

  private DatabaseTrouble() {}

  static boolean isIn(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (cause.getClass().getName().startsWith(POOL) || isTransient(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean isTransient(Throwable cause) {
    return cause instanceof SQLException sql
        && sql.getSQLState() != null
        && sql.getSQLState().length() >= 2
        && CLASSES.contains(sql.getSQLState().substring(0, 2));
  }
}
