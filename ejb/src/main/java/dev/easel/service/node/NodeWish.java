package dev.easel.service.node;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an administrator wants a node to be. What is empty is left to us when the node is new, and
 * as it is when it is changed.
 *
 * @param address where its API begins
 * @param models public ids of those it may render; none for all it can
 * @param headers sent with every request; replace all there were
 * @param tlsIdentity name of a client certificate in the operator's store; blank for none
 */
public record NodeWish(
    Optional<String> name,
    Optional<String> kind,
    Optional<String> address,
    Optional<Map<String, String>> labels,
    Optional<Set<String>> models,
    Optional<Map<String, String>> headers,
    Optional<String> tlsIdentity,
    Optional<Integer> maxInFlight) {

  /** Nothing but the address. */
  public static NodeWish at(String address) {
    return new NodeWish(
        Optional.empty(),
        Optional.empty(),
        Optional.of(address),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
