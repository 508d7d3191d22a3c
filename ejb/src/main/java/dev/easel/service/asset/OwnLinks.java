package dev.easel.service.asset;

import dev.easel.domain.asset.UrlSigner;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recognises addresses this house signed, under whatever host name it was called by: the signature
 * tells, so that none of them is fetched over the network.
 */
@ApplicationScoped
public class OwnLinks {

  static final String PATH = "/files/";
  static final String THUMBNAIL = "thumbnail.jpeg";

  @Inject UrlSigner signer;
  @Inject Clock clock;

  /**
   * What an address leads to.
   *
   * @param id of an image or an asset, not looked up yet
   */
  public record Target(String id, boolean thumbnail) {}

  public Optional<Target> target(String address) {
    try {
      return target(new URI(address));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private Optional<Target> target(URI address) {
    String path = address.getRawPath();
    String query = address.getRawQuery();
    if (path == null || query == null || !path.startsWith(PATH)) {
      return Optional.empty();
    }
    String[] parts = path.substring(PATH.length()).split("/", -1);
    Map<String, String> signature = parameters(query);
    boolean ours =
        parts.length == 2
            && signer.verify(
                parts[0], parts[1], signature.get("exp"), signature.get("sig"), clock.instant());
    return ours ? Optional.of(new Target(parts[0], parts[1].equals(THUMBNAIL))) : Optional.empty();
  }

  private static Map<String, String> parameters(String query) {
    Map<String, String> found = new HashMap<>();
    for (String pair : query.split("&", 8)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        found.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
      }
    }
    return found;
  }
}
