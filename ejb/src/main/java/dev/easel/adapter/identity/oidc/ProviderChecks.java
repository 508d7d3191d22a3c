package dev.easel.adapter.identity.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import dev.easel.domain.sso.ProviderCheck;
import dev.easel.domain.sso.ProviderCheck.Finding;
import dev.easel.domain.sso.ProviderCheck.Point;
import dev.easel.domain.sso.ProviderCheck.Weight;
import dev.easel.domain.sso.ProviderTerms;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks a provider for its description and keys, past what is remembered of it. */
final class ProviderChecks {

  private static final int LARGEST_KEY_SET = 256 * 1024;
  private static final int OK = 200;

  private final List<Finding> findings = new ArrayList<>();

  private ProviderChecks() {}

  static ProviderCheck of(ProviderTerms terms) {
    ProviderChecks checks = new ProviderChecks();
    checks.description(terms).ifPresent(found -> checks.judge(terms, found));
    return new ProviderCheck(checks.findings);
  }

  private Optional<OIDCProviderMetadata> description(ProviderTerms terms) {
    try {
      URI address = OIDCProviderMetadata.resolveURL(new Issuer(terms.issuer())).toURI();
      HTTPRequest request = new HTTPRequest(HTTPRequest.Method.GET, address);
      request.setConnectTimeout(Metadata.TIMEOUT_MILLIS);
      request.setReadTimeout(Metadata.TIMEOUT_MILLIS);
      request.setFollowRedirects(false);
      HTTPResponse answer = request.send();
      if (answer.getStatusCode() != OK) {
        find(Point.DISCOVERY, false, address + " answers " + answer.getStatusCode());
        return Optional.empty();
      }
      OIDCProviderMetadata read = OIDCProviderMetadata.parse(answer.getBody());
      find(Point.DISCOVERY, true, address.toString());
      return Optional.of(read);
    } catch (GeneralException | IOException | java.net.URISyntaxException e) {
      find(Point.DISCOVERY, false, String.valueOf(e.getMessage()));
      return Optional.empty();
    }
  }

  private void judge(ProviderTerms terms, OIDCProviderMetadata found) {
    String named = found.getIssuer().getValue();
    find(Point.ISSUER, terms.issuer().toString().equals(named), named);
    pkce(found);
    keys(found);
    URI end = found.getEndSessionEndpointURI();
    lack(Point.SIGN_OUT, end != null, String.valueOf(end));
    boolean heard = found.supportsBackChannelLogout();
    lack(Point.BACK_CHANNEL, heard, "backchannel_logout_supported: " + heard);
  }

  /** One that does not tell its methods may know S256 all the same. */
  private void pkce(OIDCProviderMetadata found) {
    List<CodeChallengeMethod> methods = found.getCodeChallengeMethods();
    String told = methods == null ? "code_challenge_methods_supported is absent" : "" + methods;
    lack(Point.PKCE, methods != null && methods.contains(CodeChallengeMethod.S256), told);
  }

  private void keys(OIDCProviderMetadata found) {
    try {
      JWKSet keys =
          JWKSet.load(
              found.getJWKSetURI().toURL(),
              Metadata.TIMEOUT_MILLIS,
              Metadata.TIMEOUT_MILLIS,
              LARGEST_KEY_SET);
      find(Point.KEYS, !keys.isEmpty(), keys.size() + " at " + found.getJWKSetURI());
    } catch (IOException | java.text.ParseException | RuntimeException e) {
      find(Point.KEYS, false, String.valueOf(e.getMessage()));
    }
  }

  private void find(Point point, boolean fine, String detail) {
    findings.add(new Finding(point, fine ? Weight.FINE : Weight.BROKEN, detail));
  }

  private void lack(Point point, boolean fine, String detail) {
    findings.add(new Finding(point, fine ? Weight.FINE : Weight.LACKING, detail));
  }
}
