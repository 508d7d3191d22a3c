package dev.easel.domain.shared;

import java.util.Optional;

/** The connections to the database that this server shares out. */
public interface DatabasePool {

  /** As they are now; empty if the runtime does not tell. */
  Optional<Figures> figures();

  /**
   * @param inUse connections somebody works with
   * @param free open connections nobody works with
   * @param most open at once
   * @param waiting threads that wait for one
   */
  record Figures(int inUse, int free, int most, int waiting) {}
}
