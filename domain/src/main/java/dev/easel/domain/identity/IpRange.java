package dev.easel.domain.identity;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IPv4 or IPv6 address, or a network of them. An IPv4 address within IPv6 ({@code
 * ::ffff:10.0.0.1}) is the IPv4 address.
 *
 * @param network first address, bits below the prefix cleared
 * @param prefix how many leading bits count
 */
public record IpRange(InetAddress network, int prefix) {

  private static final Pattern V4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** With a colon it can be no name, so nothing is ever looked up. */
  private static final Pattern V6 = Pattern.compile("(?=.*:)[0-9a-fA-F:.]{2,45}");

  private static final Pattern PREFIX = Pattern.compile("0|[1-9]\\d{0,2}");

  /** Reads {@code 192.0.2.7}, {@code 192.0.2.0/24} or {@code 2001:db8::/32}; empty if malformed. */
  public static Optional<IpRange> parse(String text) {
    int slash = text.indexOf('/');
    Optional<InetAddress> address = address(slash < 0 ? text : text.substring(0, slash));
    return address.flatMap(a -> slash < 0 ? whole(a) : within(a, text.substring(slash + 1)));
  }

  /** Whether an address, as a connection shows it, is one of these. */
  public boolean contains(String text) {
    return address(withoutZone(text)).filter(a -> contains(a, bits(a))).isPresent();
  }

  /** Whether all of the other's addresses are among these. */
  public boolean contains(IpRange other) {
    return other.prefix >= prefix && contains(other.network, bits(other.network));
  }

  /** {@code 192.0.2.0/24}; a single address without its prefix. */
  @Override
  public String toString() {
    String address = network.getHostAddress();
    return prefix == bits(network) ? address : address + "/" + prefix;
  }

  private boolean contains(InetAddress address, int bits) {
    return bits == bits(network) && masked(address, prefix).equals(network);
  }

  private static Optional<IpRange> whole(InetAddress address) {
    return Optional.of(new IpRange(address, bits(address)));
  }

  private static Optional<IpRange> within(InetAddress address, String length) {
    if (!PREFIX.matcher(length).matches() || Integer.parseInt(length) > bits(address)) {
      return Optional.empty();
    }
    int prefix = Integer.parseInt(length);
    return Optional.of(new IpRange(masked(address, prefix), prefix));
  }

  private static Optional<InetAddress> address(String text) {
    if (!V4.matcher(text).matches() && !V6.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(InetAddress.getByName(text));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** Connections show link-local addresses as {@code fe80::1%eth0}, some of them in brackets. */
  private static String withoutZone(String text) {
    String plain = text.startsWith("[") ? text.replaceAll("[\\[\\]]", "") : text;
    int zone = plain.indexOf('%');
    return zone < 0 ? plain : plain.substring(0, zone);
  }

  private static int bits(InetAddress address) {
    return address.getAddress().length * 8;
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    int cleared = bytes.length * 8 - prefix;
    byte[] kept = new BigInteger(1, bytes).shiftRight(cleared).shiftLeft(cleared).toByteArray();
    byte[] result = new byte[bytes.length];
    // A BigInteger has neither leading zeros nor, with a sign byte, always as few bytes.
    int length = Math.min(kept.length, result.length);
    System.arraycopy(kept, kept.length - length, result, result.length - length, length);
    try {
      return InetAddress.getByAddress(result);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }
}
