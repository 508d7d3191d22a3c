package dev.easel.domain.dispatch;

import java.util.List;

/** Where halts are kept, for all servers and over restarts. */
public interface HaltRepository {

  List<Halt> halts();

  /**
   * @return false if that is halted already; then the old one stays as it is
   */
  boolean add(Halt halt);

  /**
   * @return false if it was not halted
   */
  boolean remove(Halt.Scope scope, String subject);
}
