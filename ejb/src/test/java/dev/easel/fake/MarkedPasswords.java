package dev.easel.fake;

import dev.easel.domain.identity.PasswordHasher;

/** Hashes are the passwords with a mark; counts how often one was compared. */
public final class MarkedPasswords implements PasswordHasher {

  private int compared;

  @Override
  public String hash(String password) {
    return "hash of " + password;
  }

  @Override
  public boolean matches(String password, String stored) {
    compared++;
    return stored.equals(hash(password));
  }

  public int compared() {
    return compared;
  }
}
