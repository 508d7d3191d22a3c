package dev.easel.domain.identity;

/**
 * Proves that whoever sets a server up may read its data directory. The same on every server of an
 * installation; worth nothing once there is an owner.
 */
public interface SetupSeal {

  /** Characters of base64url. */
  String token();

  /** Whether this is {@link #token}; constant-time. */
  boolean matches(String sent);
}
