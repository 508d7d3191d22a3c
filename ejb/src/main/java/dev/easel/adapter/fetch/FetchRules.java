package dev.easel.adapter.fetch;

import dev.easel.domain.fetch.FetchException;
import dev.easel.domain.fetch.FetchException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;

/** Where may be read from: judged for each address of a host, and all of them must be allowed. */
final class FetchRules {

  private final boolean plainHttp;
  private final Set<Integer> ports;
  private final AllowList allowed;
  private final Names names;

  FetchRules(boolean plainHttp, Set<Integer> ports, AllowList allowed, Names names) {
    this.plainHttp = plainHttp;
    this.ports = ports;
    this.allowed = allowed;
    this.names = names;
  }

  /**
   * Judges what can be judged without asking anybody.
   *
   * @throws FetchException if it may not be read
   */
  void judge(FetchTarget target) {
    if (!target.secure() && !plainHttp) {
      throw refused("must be an https address");
    }
    if (!ports.contains(target.port()) && !allowed.opens(target.host(), target.port())) {
      throw refused("must use one of the ports " + ports.stream().sorted().toList());
    }
  }

  /**
   * Looks the host up, once; what is returned is what may be connected to.
   *
   * @throws FetchException if any of its addresses is not allowed
   */
  List<InetAddress> addresses(FetchTarget target) {
    List<InetAddress> found = lookUp(target.host());
    for (InetAddress address : found) {
      boolean open =
          PublicInternet.contains(address) || allowed.allows(target.host(), address, target.port());
      if (!open) {
        throw refused("leads to an address that is not public");
      }
    }
    return found;
  }

  private List<InetAddress> lookUp(String host) {
    try {
      return names.addresses(host);
    } catch (UnknownHostException e) {
      throw new FetchException(Reason.URL_UNREACHABLE, "names a host that does not exist", e);
    }
  }

  private static FetchException refused(String reason) {
    return new FetchException(Reason.URL_NOT_ALLOWED, reason);
  }
}
