package dev.easel.adapter.identity.oidc;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What a provider says of itself, and its keys. Keys are read again when a token names one that is
 * not known, but not more often than the pause allows: junk tokens cannot make us hammer the
 * provider. If it is down, keys read before go on to count.
 *
 * @param readAt when it was asked
 */
record Metadata(
    OIDCProviderMetadata endpoints,
    JWSVerificationKeySelector<SecurityContext> keys,
    Instant readAt) {

  /** Of asking a provider anything. */
  static final int TIMEOUT_MILLIS = 5_000;

  private static final int LARGEST_KEY_SET = 256 * 1024;
  private static final long KEYS_COUNT = Duration.ofMinutes(5).toMillis();
  private static final long PAUSE = Duration.ofSeconds(10).toMillis();
  private static final long OUTAGE = Duration.ofHours(4).toMillis();

  /** A fixed list: neither {@code none} nor anything keyed by what is public. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  static Metadata of(OIDCProviderMetadata endpoints, Instant now) {
    return new Metadata(
        endpoints, new JWSVerificationKeySelector<>(ALGORITHMS, source(endpoints)), now);
  }

  /** The same keys with fresh endpoints. */
  Metadata with(OIDCProviderMetadata fresh, Instant now) {
    boolean same = fresh.getJWKSetURI().equals(endpoints.getJWKSetURI());
    return same ? new Metadata(fresh, keys, now) : of(fresh, now);
  }

  private static JWKSource<SecurityContext> source(OIDCProviderMetadata endpoints) {
    try {
      return JWKSourceBuilder.create(
              endpoints.getJWKSetURI().toURL(),
              new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST_KEY_SET))
          .cache(KEYS_COUNT, 2L * TIMEOUT_MILLIS)
          .rateLimited(PAUSE)
          .outageTolerant(OUTAGE)
          .build();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
