package dev.easel.domain.node;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Addresses of nodes, written in one way so that one node is not registered twice. */
public final class NodeAddress {

  /** UTF-16 units. */
  public static final int LONGEST = 500;

  private static final int HIGHEST_PORT = 65_535;

  private NodeAddress() {}

  /** The address in its one form; empty if it is none that a node can have. */
  public static Optional<String> of(String text) {
    URI given;
    try {
      given = URI.create(text.strip());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    boolean more =
        given.getRawUserInfo() != null
            || given.getRawQuery() != null
            || given.getRawFragment() != null;
    if (given.getHost() == null || more || !isHttp(given.getScheme()) || !isPort(given.getPort())) {
      return Optional.empty();
    }
    String written = written(given.normalize());
    return Optional.of(written).filter(address -> address.length() <= LONGEST);
  }

  private static boolean isHttp(String scheme) {
    return scheme != null && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"));
  }

  /**
   * @param port -1 for the usual one
   */
  private static boolean isPort(int port) {
    return port == -1 || (port > 0 && port <= HIGHEST_PORT);
  }

  private static String written(URI given) {
    String scheme = given.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("http") ? 80 : 443;
    boolean plain = given.getPort() == -1 || given.getPort() == usual;
    String path = given.getRawPath().replaceAll("/+$", "");
    return scheme
        + "://"
        + given.getHost().toLowerCase(Locale.ROOT)
        + (plain ? "" : ":" + given.getPort())
        + path;
  }
}
