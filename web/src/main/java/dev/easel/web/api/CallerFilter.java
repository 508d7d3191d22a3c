package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.identity.Authentication;
import dev.easel.service.limit.RefusedKeys;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Reads the API key once, for every dialect: {@code Authorization} with or without {@code Bearer},
 * {@code X-API-Key}, {@code api-key}. Cookies count for nothing here.
 */
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {

  private static final String SCHEME = "bearer ";
  private static final String PROPERTY = CallerFilter.class.getName();

  @Inject CurrentCaller caller;
  @Inject Authentication authentication;
  @Inject Tickets tickets;
  @Inject RefusedKeys refused;
  @Inject ClientAddress addresses;
  @Context ResourceInfo resource;
  @Context HttpServletRequest connection;

  @Override
  public void filter(ContainerRequestContext request) {
    Method method = resource.getResourceMethod();
    // None: the runtime's own answer to OPTIONS, which tells nothing secret.
    if (method == null || method.isAnnotationPresent(Open.class)) {
      return;
    }
    String ticket = request.getUriInfo().getQueryParameters().getFirst("ticket");
    if (ticket != null && resource.getResourceMethod().isAnnotationPresent(TicketAccepted.class)) {
      // Its key may have been revoked since.
      identify(() -> authentication.confirm(tickets.redeem(ticket)), request);
      return;
    }
    Set<String> keys = keys(request);
    if (keys.size() != 1) {
      throw FailureException.of(
          FailureCode.UNAUTHENTICATED,
          keys.isEmpty() ? "An API key is required" : "Different API keys were sent");
    }
    String key = keys.iterator().next();
    identify(() -> authentication.authenticate(key), request);
  }

  /**
   * The caller of a request, for response filters: an answer that was held is written where {@link
   * CurrentCaller} is not alive any more.
   */
  public static Optional<Caller> callerOf(ContainerRequestContext request) {
    return Optional.ofNullable((Caller) request.getProperty(PROPERTY));
  }

  /** The different keys a request bears; one, if all is well. */
  static Set<String> keys(ContainerRequestContext request) {
    Set<String> keys = new LinkedHashSet<>();
    add(keys, withoutScheme(request.getHeaderString("Authorization")));
    add(keys, request.getHeaderString("X-API-Key"));
    add(keys, request.getHeaderString("api-key"));
    return keys;
  }

  private void judgeAddress(Caller proven) {
    if (!proven.rights().admits(addresses.of(connection))) {
      throw FailureException.of(
              FailureCode.FORBIDDEN, "This API key may not be used from this address")
          .with("reason", "ip_not_allowed");
    }
  }

  private void identify(Supplier<Caller> proof, ContainerRequestContext request) {
    Caller proven;
    try {
      proven = proof.get();
    } catch (FailureException e) {
      if (e.code() == FailureCode.UNAUTHENTICATED) {
        refused.count(addresses.of(connection));
      }
      throw e;
    }
    judgeAddress(proven);
    Caller here = proven.from(addresses.of(connection));
    caller.identify(here);
    request.setProperty(PROPERTY, here);
  }

  private static void add(Set<String> keys, String sent) {
    if (sent != null && !sent.isBlank()) {
      keys.add(sent.trim());
    }
  }

  private static String withoutScheme(String header) {
    boolean bearer = header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    return bearer ? header.substring(SCHEME.length()) : header;
  }
}
