package dev.easel.domain.gallery;

import java.time.LocalDate;

/**
 * Tells viewers apart without knowing them: whoever has the marks, and all addresses there are,
 * cannot say whose they are without the server's key. The same viewer has another one each day.
 */
public interface ViewerMark {

  /**
   * @param who id of a user, or a network's address
   * @return at most 64 characters
   */
  String of(String who, LocalDate day);
}
