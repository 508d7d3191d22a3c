package dev.easel.domain.sso;

import dev.easel.domain.shared.FailureException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What operators say of an identity provider, but for its secret.
 *
 * @param name what people call it, for buttons
 * @param issuer as its tokens name it, to the letter: {@code https}, or {@code http} on this
 *     machine
 * @param clientId who we are there
 * @param domains of the e-mail addresses whose people sign in there, in lower case
 * @param enabled whether people can sign in by it
 */
public record ProviderEntry(
    String name, URI issuer, String clientId, List<String> domains, boolean enabled) {

  /** UTF-16 units. */
  public static final int LONGEST_NAME = 80;

  /** UTF-16 units. */
  public static final int LONGEST_ISSUER = 500;

  /** UTF-16 units of the client's id. */
  public static final int LONGEST_CLIENT = 255;

  private static final int MOST_DOMAINS = 20;
  private static final int LONGEST_DOMAINS = 2000;
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  public ProviderEntry {
    name = name.strip();
    domains = domains.stream().map(d -> d.strip().toLowerCase(Locale.ROOT)).distinct().toList();
    Map<String, String> wrong = new LinkedHashMap<>();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      wrong.put("name", "must have 1 to " + LONGEST_NAME + " characters");
    }
    if (!isIssuer(issuer)) {
      wrong.put("issuer", "must be an https address without query; http only on this machine");
    }
    if (clientId.isBlank() || clientId.length() > LONGEST_CLIENT) {
      wrong.put("client_id", "must have 1 to " + LONGEST_CLIENT + " characters");
    }
    if (!fit(domains)) {
      wrong.put("domains", "must be at most " + MOST_DOMAINS + " domains such as example.org");
    }
    if (!wrong.isEmpty()) {
      throw FailureException.invalid(wrong);
    }
  }

  private static boolean isIssuer(URI issuer) {
    boolean safe =
        "https".equals(issuer.getScheme())
            || "http".equals(issuer.getScheme()) && THIS_MACHINE.contains(issuer.getHost());
    boolean plain = issuer.getRawQuery() == null && issuer.getRawFragment() == null;
    return safe
        && plain
        && issuer.getHost() != null
        && issuer.getRawUserInfo() == null
        && issuer.toString().length() <= LONGEST_ISSUER;
  }

  private static boolean fit(List<String> domains) {
    return domains.size() <= MOST_DOMAINS
        && String.join(" ", domains).length() <= LONGEST_DOMAINS
        && domains.stream().allMatch(domain -> DOMAIN.matcher(domain).matches());
  }
}
