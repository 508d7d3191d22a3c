package dev.easel.domain.identity;

/** Slow, salted hashes of passwords; the stored form names its own parameters. */
public interface PasswordHasher {

  String hash(String password);

  /** Constant-time; false for a stored form it does not know. */
  boolean matches(String password, String stored);
}
