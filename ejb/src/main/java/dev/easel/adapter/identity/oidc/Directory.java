package dev.easel.adapter.identity.oidc;

import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.ProviderTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The providers' own descriptions (OpenID Connect Discovery 1.0), read at first use and again every
 * hour. A provider that is down then is taken to be as it was.
 */
@ApplicationScoped
class Directory {

  private static final Logger LOG = Logger.getLogger(Directory.class.getName());
  private static final Duration FRESH = Duration.ofHours(1);
  private static final Duration PAUSE = Duration.ofSeconds(10);

  @Inject Clock clock;

  private final Map<URI, Metadata> known = new ConcurrentHashMap<>();
  private final Map<URI, Instant> failed = new ConcurrentHashMap<>();

  /**
   * @throws FailureException {@code MAINTENANCE} if it is not known and cannot be reached, or says
   *     it is another
   */
  Metadata of(ProviderTerms terms) {
    Instant now = clock.instant();
    Metadata found = known.get(terms.issuer());
    if (found != null && now.isBefore(found.readAt().plus(FRESH))) {
      return found;
    }
    return read(terms, found, now);
  }

  /** What is known of it without asking. */
  Optional<Metadata> remembered(ProviderTerms terms) {
    return Optional.ofNullable(known.get(terms.issuer()));
  }

  /** Asked outside every lock: two who ask at once read it twice, and nobody waits for another. */
  private Metadata read(ProviderTerms terms, Metadata before, Instant now) {
    if (before != null && isPaused(terms.issuer(), now)) {
      return before;
    }
    try {
      OIDCProviderMetadata endpoints = ask(terms.issuer());
      Metadata fresh = before == null ? Metadata.of(endpoints, now) : before.with(endpoints, now);
      known.put(terms.issuer(), fresh);
      failed.remove(terms.issuer());
      return fresh;
    } catch (GeneralException | IOException | IllegalArgumentException e) {
      LOG.log(Level.WARNING, e, () -> "The provider " + terms.issuer() + " was not read");
      failed.put(terms.issuer(), now);
      return Optional.ofNullable(before).orElseThrow(() -> silent(terms));
    }
  }

  private boolean isPaused(URI issuer, Instant now) {
    Instant last = failed.get(issuer);
    return last != null && now.isBefore(last.plus(PAUSE));
  }

  /** Fails unless the description names the very issuer it was asked of. */
  private static OIDCProviderMetadata ask(URI issuer) throws GeneralException, IOException {
    OIDCProviderMetadata read =
        OIDCProviderMetadata.resolve(
            new Issuer(issuer), Metadata.TIMEOUT_MILLIS, Metadata.TIMEOUT_MILLIS);
    if (read.getAuthorizationEndpointURI() == null || read.getTokenEndpointURI() == null) {
      throw new GeneralException("It names no authorization or no token endpoint");
    }
    return read;
  }

  /** Says that a provider gives no sensible answer. */
  static FailureException silent(ProviderTerms terms) {
    return FailureException.of(
            FailureCode.MAINTENANCE, terms.name() + " cannot be reached at the moment")
        .after(PAUSE);
  }
}
