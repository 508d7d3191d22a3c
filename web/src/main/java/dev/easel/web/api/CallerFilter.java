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
import java.util.Optional;
import java.util.function.Supplier;

/** Judges the credentials of a request once, for every dialect. */
@Priority(Priorities.AUTHENTICATION)
public class CallerFilter implements ContainerRequestFilter {

  private static final String PROPERTY = CallerFilter.class.getName();

  @Inject CurrentCaller caller;
  @Inject Authentication authentication;
  @Inject Credentials credentials;
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
    identify(() -> credentials.prove(request, addresses.of(connection)), request);
  }

  /**
   * The caller of a request, for response filters: an answer that was held is written where {@link
   * CurrentCaller} is not alive any more.
   */
  public static Optional<Caller> callerOf(ContainerRequestContext request) {
    return Optional.ofNullable((Caller) request.getProperty(PROPERTY));
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
}
