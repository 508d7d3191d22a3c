package dev.easel.adapter.fetch;

import dev.easel.domain.identity.IpRange;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses belong to the public internet: by IANA's registries of special-purpose addresses.
 * In IPv6 only what is handed out for global unicast counts, so that everything else, such as the
 * address of an IPv4 host written as NAT64, is outside by default.
 */
final class PublicInternet {

  private static final List<IpRange> SPECIAL_V4 =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4");

  private static final List<IpRange> GLOBAL_V6 = ranges("2000::/3");

  /** Tunnels to IPv4 (2001::/32, 2002::/16) could lead anywhere; the others are for examples. */
  private static final List<IpRange> SPECIAL_V6 =
      ranges("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

  private PublicInternet() {}

  static boolean contains(InetAddress address) {
    String text = address.getHostAddress();
    return address instanceof Inet4Address
        ? !within(SPECIAL_V4, text)
        : within(GLOBAL_V6, text) && !within(SPECIAL_V6, text);
  }

  private static boolean within(List<IpRange> ranges, String address) {
    return ranges.stream().anyMatch(range -> range.contains(address));
  }

  private static List<IpRange> ranges(String... texts) {
    return Stream.of(texts).map(text -> IpRange.parse(text).orElseThrow()).toList();
  }
}
