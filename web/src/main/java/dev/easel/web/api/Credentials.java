package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.Authentication;
import dev.easel.service.sso.BearerTokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a request proves its caller with: an API key in {@code Authorization} with or without {@code
 * Bearer}, in {@code X-API-Key} or {@code api-key}; or an access token in {@code Authorization:
 * Bearer}, and nowhere else. Cookies count for nothing here.
 */
@ApplicationScoped
public class Credentials {

  private static final String SCHEME = "bearer ";
  private static final List<String> OTHERS = List.of("X-API-Key", "api-key");

  @Inject Authentication keys;
  @Inject BearerTokens tokens;

  /**
   * @param address the request comes from
   * @throws FailureException {@code UNAUTHENTICATED} if there is none, there are several, or it is
   *     not good; {@code FORBIDDEN} if whoever it stands for may do nothing
   */
  public Caller prove(ContainerRequestContext request, String address) {
    Set<String> sent = sent(request);
    if (sent.size() != 1) {
      throw FailureException.of(
          FailureCode.UNAUTHENTICATED,
          sent.isEmpty() ? "An API key is required" : "Different API keys were sent");
    }
    String one = sent.iterator().next();
    boolean token = BearerTokens.looksLikeOne(one) && bearer(request).equals(one);
    return token ? tokens.authenticate(one, address) : keys.authenticate(one);
  }

  /** Whether a request bears any, good or not. */
  static boolean areIn(HttpServletRequest request) {
    return request.getHeader(HttpHeaders.AUTHORIZATION) != null
        || OTHERS.stream().anyMatch(name -> request.getHeader(name) != null);
  }

  private static Set<String> sent(ContainerRequestContext request) {
    Set<String> sent = new LinkedHashSet<>();
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    add(sent, isBearer(header) ? bearer(request) : header);
    OTHERS.forEach(name -> add(sent, request.getHeaderString(name)));
    return sent;
  }

  private static void add(Set<String> all, String sent) {
    if (sent != null && !sent.isBlank()) {
      all.add(sent.trim());
    }
  }

  private static String bearer(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    return isBearer(header) ? header.substring(SCHEME.length()).trim() : "";
  }

  private static boolean isBearer(String header) {
    return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
  }
}
