package dev.easel.adapter.fetch;

import dev.easel.domain.identity.IpRange;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the operator lets be read though it is not public. An entry is a name ({@code
 * media.intranet}), a family of names ({@code *.intranet}), an address or a network ({@code
 * 10.1.0.0/16}), each also with a port ({@code media.intranet:8080}), which then may be used too.
 */
final class AllowList {

  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String name, Optional<IpRange> range, OptionalInt port) {

    static Entry of(String text) {
      int colon = text.lastIndexOf(':');
      boolean hasPort =
          text.matches("(\\[.*]|[^:]*):\\d{1,5}")
              && Integer.parseInt(text.substring(colon + 1)) > 0;
      String host = (hasPort ? text.substring(0, colon) : text).replaceAll("[\\[\\]]", "");
      OptionalInt port =
          hasPort
              ? OptionalInt.of(Integer.parseInt(text.substring(colon + 1)))
              : OptionalInt.empty();
      return new Entry(host.toLowerCase(Locale.ROOT), IpRange.parse(host), port);
    }

    boolean names(String host) {
      return name.startsWith("*.") ? host.endsWith(name.substring(1)) : host.equals(name);
    }

    boolean opens(int wanted) {
      return port.isPresent() && port.getAsInt() == wanted;
    }
  }

  AllowList(List<String> texts) {
    texts.stream()
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(Entry::of)
        .forEach(entries::add);
  }

  /** Whether this host may be reached at this address, though that is not public. */
  boolean allows(String host, InetAddress address, int port) {
    return entries.stream()
        .filter(entry -> entry.port().isEmpty() || entry.opens(port))
        .anyMatch(entry -> matches(entry, host, address));
  }

  /** Whether an entry names this very port for something that this host could be. */
  boolean opens(String host, int port) {
    return entries.stream()
        .filter(entry -> entry.opens(port))
        .anyMatch(
            entry ->
                entry.names(host)
                    || entry.range().filter(range -> range.contains(host)).isPresent());
  }

  private static boolean matches(Entry entry, String host, InetAddress address) {
    return entry.names(host)
        || entry.range().filter(range -> range.contains(address.getHostAddress())).isPresent();
  }
}
