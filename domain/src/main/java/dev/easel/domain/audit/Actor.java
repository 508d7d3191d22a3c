package dev.easel.domain.audit;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.StoredText;
import java.util.Optional;

/**
 * Who did something.
 *
 * @param name address of the user, or whatever is known of somebody who is none
 * @param address of the network; empty if nobody can say
 */
public record Actor(
    Optional<String> tenantId,
    Optional<String> userId,
    Optional<String> keyId,
    String name,
    String address) {

  private static final int LONGEST_NAME = 320;
  private static final int LONGEST_ADDRESS = 64;

  public Actor {
    name = StoredText.fitting(name, LONGEST_NAME);
    address = StoredText.fitting(address, LONGEST_ADDRESS);
  }

  /** A user by key or in the dashboard. */
  public static Actor of(Caller caller, String name) {
    Optional<String> key = Optional.of(caller.keyId()).filter(id -> !id.startsWith("mem_"));
    return new Actor(
        Optional.of(caller.tenantId()), Optional.of(caller.userId()), key, name, caller.address());
  }

  /** A user who has no session yet. */
  public static Actor of(User user, String address) {
    return new Actor(
        Optional.of(user.tenantId()),
        Optional.of(user.id()),
        Optional.empty(),
        user.label(),
        address);
  }

  /** Somebody nobody knows. */
  public static Actor stranger(String name, String address) {
    return new Actor(Optional.empty(), Optional.empty(), Optional.empty(), name, address);
  }
}
