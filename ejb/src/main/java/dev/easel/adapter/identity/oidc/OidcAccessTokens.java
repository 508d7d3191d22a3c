package dev.easel.adapter.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.AccessTokens;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.VerifiedToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * JSON Web Tokens as access tokens. An ID token, a refresh token or a logout token of the same
 * provider is signed with the same keys and is none: the header's type says {@code at+jwt} (RFC
 * 9068), or the claim {@code typ} says {@code Bearer} (Keycloak).
 */
@ApplicationScoped
public class OidcAccessTokens implements AccessTokens {

  /** What clocks may differ by. */
  static final Duration SKEW = Duration.ofSeconds(10);

  private static final Logger LOG = Logger.getLogger(OidcAccessTokens.class.getName());
  private static final JOSEObjectType TYPED = new JOSEObjectType("at+jwt");
  private static final JOSEObjectType TYPED_LONG = new JOSEObjectType("application/at+jwt");
  private static final Set<String> DEMANDED = Set.of("sub", "exp", "iat");

  @Inject Directory directory;
  @Inject Clock clock;

  @Override
  public VerifiedToken verify(ProviderTerms terms, String audience, String token) {
    try {
      SignedJWT signed = SignedJWT.parse(token); // one that is not signed does not parse
      JWTClaimsSet claims = processor(terms, audience).process(signed, null);
      mustBeAccess(signed, claims);
      return Claims.of(claims);
    } catch (RateLimitReachedException e) {
      throw refused(terms, e); // junk that names unknown keys is no outage
    } catch (KeySourceException e) {
      LOG.log(Level.WARNING, e, () -> "The keys of " + terms.issuer() + " were not read");
      throw Directory.silent(terms);
    } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException e) {
      throw refused(terms, e);
    }
  }

  private static FailureException refused(ProviderTerms terms, Exception why) {
    LOG.info(() -> "A token of " + terms.issuer() + " was refused: " + why.getMessage());
    return FailureException.of(FailureCode.UNAUTHENTICATED, "The access token is not valid");
  }

  private DefaultJWTProcessor<SecurityContext> processor(ProviderTerms terms, String audience) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSTypeVerifier(
        new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, TYPED, TYPED_LONG));
    processor.setJWSKeySelector(directory.of(terms).keys());
    JWTClaimsSet exact = new JWTClaimsSet.Builder().issuer(terms.issuer().toString()).build();
    OurTime verifier = new OurTime(audience, exact);
    verifier.setMaxClockSkew((int) SKEW.toSeconds());
    processor.setJWTClaimsSetVerifier(verifier);
    return processor;
  }

  private void mustBeAccess(SignedJWT signed, JWTClaimsSet claims)
      throws BadJOSEException, ParseException {
    JOSEObjectType header = signed.getHeader().getType();
    String claim = claims.getStringClaim("typ");
    boolean typed = TYPED.equals(header) || TYPED_LONG.equals(header);
    if (claim == null ? !typed : !claim.equals("Bearer")) {
      throw new BadJOSEException("it is no access token");
    }
    if (claims.getClaim("cnf") != null) {
      throw new BadJOSEException("it is bound to its sender, and came as a bearer's");
    }
    if (claims.getIssueTime().toInstant().isAfter(clock.instant().plus(SKEW))) {
      throw new BadJOSEException("it is of the future");
    }
  }

  /** Times are held against our clock. */
  private final class OurTime extends DefaultJWTClaimsVerifier<SecurityContext> {

    OurTime(String audience, JWTClaimsSet exact) {
      super(audience, exact, DEMANDED);
    }

    @Override
    protected Date currentTime() {
      return Date.from(clock.instant());
    }
  }
}
