package dev.easel.adapter.identity.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.AuthenticationResponse;
import com.nimbusds.openid.connect.sdk.AuthenticationResponseParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.sso.Departure;
import dev.easel.domain.sso.ExternalSignIn;
import dev.easel.domain.sso.LogoutNotice;
import dev.easel.domain.sso.ProviderCheck;
import dev.easel.domain.sso.ProviderTerms;
import dev.easel.domain.sso.SignInAttempt;
import dev.easel.domain.sso.SignInProvider;
import dev.easel.domain.sso.ToldClaims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;

/** OpenID Connect: authorization code with PKCE S256, state, nonce, and the issuer's own name. */
@ApplicationScoped
public class OidcSignInProvider implements SignInProvider {

  private static final Logger LOG = Logger.getLogger(OidcSignInProvider.class.getName());
  private static final int SERVER_ERROR = 500;
  private static final Scope SCOPE = new Scope("openid", "profile", "email");

  @Inject Directory directory;

  @Override
  public Departure depart(ProviderTerms terms, URI callback) {
    State state = new State();
    Nonce nonce = new Nonce();
    CodeVerifier verifier = new CodeVerifier();
    URI location =
        new AuthenticationRequest.Builder(ResponseType.CODE, SCOPE, client(terms), callback)
            .endpointURI(directory.of(terms).endpoints().getAuthorizationEndpointURI())
            .state(state)
            .nonce(nonce)
            .codeChallenge(verifier, CodeChallengeMethod.S256)
            .build()
            .toURI();
    return new Departure(location, state.getValue(), nonce.getValue(), verifier.getValue());
  }

  @Override
  public ExternalSignIn complete(
      ProviderTerms terms, SignInAttempt attempt, URI answered, URI callback) {
    try {
      AuthorizationCode code = code(terms, attempt, answered);
      JWT token = redeem(terms, attempt, code, callback);
      IDTokenClaimsSet claims = validator(terms).validate(token, new Nonce(attempt.nonce()));
      return Claims.of(claims, token.getParsedString());
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> terms.issuer() + " did not redeem a code");
      throw Directory.silent(terms);
    } catch (GeneralException | BadJOSEException | JOSEException e) {
      LOG.info(() -> "An answer of " + terms.issuer() + " was refused: " + e.getMessage());
      throw FailureException.of(FailureCode.FORBIDDEN, "The answer of the provider was refused");
    }
  }

  private static AuthorizationCode code(ProviderTerms terms, SignInAttempt attempt, URI answered)
      throws GeneralException {
    AuthenticationResponse response = AuthenticationResponseParser.parse(answered);
    if (!new State(attempt.state()).equals(response.getState())) {
      throw new GeneralException("state differs");
    }
    if (response.getIssuer() != null && !issuer(terms).equals(response.getIssuer())) {
      throw new GeneralException("it is of another issuer"); // RFC 9207
    }
    if (!response.indicatesSuccess()) {
      throw new GeneralException(response.toErrorResponse().getErrorObject().getCode());
    }
    return Optional.ofNullable(response.toSuccessResponse().getAuthorizationCode())
        .orElseThrow(() -> new GeneralException("it has no code"));
  }

  private JWT redeem(
      ProviderTerms terms, SignInAttempt attempt, AuthorizationCode code, URI callback)
      throws GeneralException, IOException {
    CodeVerifier verifier = new CodeVerifier(attempt.verifier());
    HTTPRequest request =
        new TokenRequest.Builder(
                directory.of(terms).endpoints().getTokenEndpointURI(),
                new ClientSecretBasic(client(terms), new Secret(terms.clientSecret())),
                new AuthorizationCodeGrant(code, callback, verifier))
            .build()
            .toHTTPRequest();
    request.setConnectTimeout(Metadata.TIMEOUT_MILLIS);
    request.setReadTimeout(Metadata.TIMEOUT_MILLIS);
    HTTPResponse answer = request.send();
    if (answer.getStatusCode() >= SERVER_ERROR) {
      throw new IOException("status " + answer.getStatusCode());
    }
    TokenResponse response = OIDCTokenResponseParser.parse(answer);
    if (!response.indicatesSuccess()) {
      throw new GeneralException(response.toErrorResponse().getErrorObject().getCode());
    }
    OIDCTokenResponse tokens = (OIDCTokenResponse) response.toSuccessResponse();
    return tokens.getOIDCTokens().getIDToken();
  }

  private IDTokenValidator validator(ProviderTerms terms) {
    return new IDTokenValidator(issuer(terms), client(terms), directory.of(terms).keys(), null);
  }

  @Override
  public Optional<URI> farewell(ProviderTerms terms, String idToken, URI after) {
    URI endpoint = directory.of(terms).endpoints().getEndSessionEndpointURI();
    if (endpoint == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new LogoutRequest(
                  endpoint, JWTParser.parse(idToken), null, client(terms), after, null, null)
              .toURI());
    } catch (java.text.ParseException e) {
      return Optional.empty(); // too long to be kept: the provider would ask, and forget where to
    }
  }

  @Override
  public LogoutNotice notice(ProviderTerms terms, String logoutToken) {
    try {
      LogoutTokenClaimsSet claims =
          new LogoutTokenValidator(
                  issuer(terms), client(terms), false, directory.of(terms).keys(), null)
              .validate(JWTParser.parse(logoutToken));
      return new LogoutNotice(
          claims.getIssuer().getValue(),
          Optional.ofNullable(claims.getSubject()).map(subject -> subject.getValue()),
          Optional.ofNullable(claims.getSessionID()).map(sid -> sid.getValue()));
    } catch (java.text.ParseException | BadJOSEException | JOSEException e) {
      throw FailureException.invalid("logout_token", "is none of this provider for this server");
    }
  }

  @Override
  public Optional<String> issuerNamed(String token) {
    try {
      return Optional.ofNullable(JWTParser.parse(token).getJWTClaimsSet())
          .map(claims -> claims.getIssuer());
    } catch (java.text.ParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @Override
  public Set<String> pages(ProviderTerms terms) {
    Set<String> origins = new TreeSet<>();
    origins.add(origin(terms.issuer()));
    directory
        .remembered(terms)
        .map(Metadata::endpoints)
        .ifPresent(
            found -> {
              origins.add(origin(found.getAuthorizationEndpointURI()));
              Optional.ofNullable(found.getEndSessionEndpointURI())
                  .ifPresent(end -> origins.add(origin(end)));
            });
    return origins;
  }

  @Override
  public ProviderCheck check(ProviderTerms terms) {
    return ProviderChecks.of(terms);
  }

  @Override
  public ToldClaims read(String tokenOrClaims) {
    return Claims.told(tokenOrClaims);
  }

  private static String origin(URI page) {
    return page.getScheme() + "://" + page.getRawAuthority();
  }

  private static Issuer issuer(ProviderTerms terms) {
    return new Issuer(terms.issuer());
  }

  private static ClientID client(ProviderTerms terms) {
    return new ClientID(terms.clientId());
  }
}
