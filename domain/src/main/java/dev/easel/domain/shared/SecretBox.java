package dev.easel.domain.shared;

/** Keeps secrets unreadable in the database. Only this installation can open them again. */
public interface SecretBox {

  /**
   * Seals a text; twice the same text gives two different sealed ones.
   *
   * @param owner whose secret it is, such as the id of the row: sealed for one, it does not open
   *     for another
   */
  String seal(String secret, String owner);

  /**
   * @throws IllegalArgumentException if it was sealed for somebody else, under another key, or
   *     changed since
   */
  String open(String sealed, String owner);
}
