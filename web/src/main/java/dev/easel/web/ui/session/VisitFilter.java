package dev.easel.web.ui.session;

import dev.easel.domain.session.BrowserToken;
import dev.easel.service.session.ServerSetup;
import dev.easel.service.session.Sessions;
import dev.easel.web.api.ClientAddress;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Knows the browser by its cookie, and sends strangers to the sign-in page. */
@Priority(Priorities.AUTHENTICATION)
public class VisitFilter implements ContainerRequestFilter, ContainerResponseFilter {

  static final String SIGN_IN = "sign-in";
  static final String SETUP = "setup";

  /** Pages for strangers. */
  private static final List<String> OPEN = List.of(SIGN_IN, SETUP, "join/", "shared/", "public");

  @Inject Visit visit;
  @Inject VisitCookie cookie;
  @Inject Sessions sessions;
  @Inject ServerSetup setup;
  @Inject ClientAddress addresses;
  @Inject Models models;
  @Context HttpServletRequest connection;

  @Override
  public void filter(ContainerRequestContext request) {
    Optional<BrowserToken> sent = cookie.read(request, connection);
    visit.begin(sent);
    sent.flatMap(token -> sessions.who(token, addresses.of(connection))).ifPresent(visit::identify);
    models.put("visit", visit);
    String path = request.getUriInfo().getPath();
    models.put("here", path);
    if (visit.visitor().isEmpty() && OPEN.stream().noneMatch(path::startsWith)) {
      request.abortWith(Response.seeOther(signIn(request)).build());
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    response.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "no-store");
    if (MediaType.SERVER_SENT_EVENTS_TYPE.equals(response.getMediaType())) {
      return; // begins on another thread, which has no visit; strangers do not come so far
    }
    if (visit.token() != null && isToTell(request)) {
      response.getHeaders().add(HttpHeaders.SET_COOKIE, cookie.with(visit.token(), connection));
    }
  }

  /**
   * What another site lets a browser send comes without our cookie; a new one would take the place
   * of the browser's own, and end its visit. No form begins a visit, so none needs one.
   */
  private boolean isToTell(ContainerRequestContext request) {
    boolean asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    return visit.isRenewed() || (visit.isFresh() && asks);
  }

  /** Afterwards the browser comes back to the page it asked for, if that can be asked for again. */
  private URI signIn(ContainerRequestContext request) {
    if (setup.isDue()) {
      return request.getUriInfo().getBaseUriBuilder().path(SETUP).build();
    }
    UriBuilder page = request.getUriInfo().getBaseUriBuilder().path(SIGN_IN);
    if (request.getMethod().equals("GET")) {
      URI asked =
          request.getUriInfo().getBaseUri().relativize(request.getUriInfo().getRequestUri());
      page.queryParam("next", "{next}");
      return page.build(asked.toString());
    }
    return page.build();
  }
}
