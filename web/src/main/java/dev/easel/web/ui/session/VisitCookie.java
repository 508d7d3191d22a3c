package dev.easel.web.ui.session;

import dev.easel.domain.session.BrowserToken;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Cookie;
import java.util.Optional;

/**
 * The cookie a browser is known by. Under HTTPS it is bound to this very host by its name. It is
 * {@code Lax}, since who signs in elsewhere comes back from another site.
 */
@ApplicationScoped
class VisitCookie {

  private static final String PLAIN = "easel";
  private static final String BOUND = "__Host-easel";

  @Inject Links links;

  Optional<BrowserToken> read(ContainerRequestContext request, HttpServletRequest connection) {
    return Optional.ofNullable(request.getCookies().get(name(connection)))
        .map(Cookie::getValue)
        .flatMap(BrowserToken::parse);
  }

  /** For {@code Set-Cookie}; written by hand, as NewCookie adds a version no browser knows. */
  String with(BrowserToken token, HttpServletRequest connection) {
    String secure = isSecure(connection) ? "; Secure" : "";
    return name(connection) + "=" + token.value() + "; Path=/; HttpOnly; SameSite=Lax" + secure;
  }

  private String name(HttpServletRequest connection) {
    return isSecure(connection) ? BOUND : PLAIN;
  }

  private boolean isSecure(HttpServletRequest connection) {
    return links.base(connection).startsWith("https:");
  }
}
