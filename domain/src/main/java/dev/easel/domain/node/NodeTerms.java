package dev.easel.domain.node;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an administrator says of a node.
 *
 * @param name unique
 * @param kind the adapter that speaks its language
 * @param address where its API begins; unique, as {@link NodeAddress} writes it
 * @param labels the administrator's own notes
 * @param allowed public ids of the models it may render; empty for all it can
 * @param sealedHeaders what is sent with every request, sealed; empty for none
 * @param headerNames the names of these, which are no secret
 * @param tlsIdentity name of a client certificate in the operator's store; empty for none
 * @param maxInFlight jobs it may have at a time, running and waiting
 */
public record NodeTerms(
    String name,
    String kind,
    String address,
    Map<String, String> labels,
    Set<String> allowed,
    String sealedHeaders,
    Set<String> headerNames,
    String tlsIdentity,
    int maxInFlight) {

  /** Names are shown in logs and typed in commands. */
  public static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

  /** Most jobs a node may have at a time. */
  public static final int MOST_IN_FLIGHT = 16;

  public NodeTerms {
    requireNonNull(kind, "kind");
    requireNonNull(address, "address");
    requireNonNull(sealedHeaders, "sealedHeaders");
    requireNonNull(tlsIdentity, "tlsIdentity");
    labels = Map.copyOf(labels);
    allowed = Set.copyOf(allowed);
    headerNames = Set.copyOf(headerNames);
    if (!NAME.matcher(name).matches() || maxInFlight < 1 || maxInFlight > MOST_IN_FLIGHT) {
      throw new IllegalArgumentException("Not a node: " + name);
    }
  }
}
