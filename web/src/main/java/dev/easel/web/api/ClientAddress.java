package dev.easel.web.api;

import dev.easel.domain.identity.IpRange;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address a request comes from. What {@code X-Forwarded-For} says is believed as far as trusted
 * proxies wrote it: anybody can send that header.
 */
@ApplicationScoped
public class ClientAddress {

  /** Addresses and networks of proxies that append to {@code X-Forwarded-For}. */
  @Inject
  @ConfigProperty(name = "easel.trusted-proxies")
  Optional<String> setting;

  private List<IpRange> trusted;

  @PostConstruct
  void start() {
    trusted =
        setting.stream()
            .flatMap(text -> Stream.of(text.split(",")))
            .map(text -> range(text.trim()))
            .toList();
  }

  /** As it stands in the connection or, behind trusted proxies, in the header. */
  public String of(HttpServletRequest request) {
    String nearest = request.getRemoteAddr();
    if (!isTrusted(nearest)) {
      return nearest;
    }
    List<String> hops = new ArrayList<>();
    Collections.list(request.getHeaders("X-Forwarded-For"))
        .forEach(line -> hops.addAll(List.of(line.split(","))));
    Collections.reverse(hops);
    return hops.stream()
        .map(String::trim)
        .filter(hop -> !isTrusted(hop))
        .findFirst()
        .orElse(nearest);
  }

  private boolean isTrusted(String address) {
    return trusted.stream().anyMatch(range -> range.contains(address));
  }

  private static IpRange range(String text) {
    return IpRange.parse(text)
        .orElseThrow(() -> new IllegalStateException("easel.trusted-proxies: no address: " + text));
  }
}
