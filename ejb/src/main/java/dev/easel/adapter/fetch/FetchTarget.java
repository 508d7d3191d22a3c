package dev.easel.adapter.fetch;

import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * An address in the one form in which it is judged and used: what is ambiguous in it is refused
 * instead of being interpreted, because two programs could read it as two places.
 *
 * @param host lower-case ASCII name, dotted IPv4 address, or IPv6 address without brackets
 * @param port never -1
 */
record FetchTarget(URI uri, boolean secure, String host, int port) {

  private static final int LONGEST = 4096;
  private static final Pattern DOTTED =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  /** A host whose last part is a number is an address to some programs: 127.1, 0x7f000001. */
  private static final Pattern ENDS_IN_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9a-fA-F]*)\\.?");

  private static final Pattern NAME =
      Pattern.compile("(?=.{1,253}$)(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.?)+");

  /**
   * @throws FetchException if it is not an absolute HTTP address in a plain form
   */
  static FetchTarget of(String address) {
    if (address.length() > LONGEST || !address.chars().allMatch(c -> c > 0x20 && c != 0x7f)) {
      throw refused("is not a valid address");
    }
    try {
      return of(new URI(address).parseServerAuthority());
    } catch (URISyntaxException e) {
      throw refused("is not a valid address");
    }
  }

  /** Where a redirect leads to, seen from here. */
  FetchTarget redirected(String location) {
    try {
      return of(uri.resolve(new URI(location)).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw refused("redirects to what is not a valid address");
    }
  }

  private static FetchTarget of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw refused("must be an http or https address");
    }
    if (uri.getRawUserInfo() != null || uri.getHost() == null) {
      throw refused(
          uri.getHost() == null ? "names no host" : "must not contain a user name or password");
    }
    boolean secure = scheme.equals("https");
    int port = uri.getPort() == -1 ? (secure ? 443 : 80) : uri.getPort();
    return new FetchTarget(uri, secure, host(uri.getHost()), port);
  }

  private static String host(String written) {
    if (written.startsWith("[")) {
      if (written.indexOf('%') >= 0) {
        throw refused("must not name a network interface");
      }
      return written.substring(1, written.length() - 1);
    }
    String host = written.toLowerCase(Locale.ROOT);
    if (DOTTED.matcher(host).matches()) {
      return host;
    }
    if (ENDS_IN_NUMBER.matcher(host).matches() || !NAME.matcher(host).matches()) {
      throw refused("names no valid host");
    }
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  private static FetchException refused(String reason) {
    return new FetchException(Reason.URL_NOT_ALLOWED, reason);
  }
}
