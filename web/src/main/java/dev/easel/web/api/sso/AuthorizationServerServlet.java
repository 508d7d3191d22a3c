package dev.easel.web.api.sso;

import dev.easel.domain.sso.ProviderTerms;
import dev.easel.service.sso.SignInProviders;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Leads programs that look for an authorization server here (RFC 8414) to the description the
 * provider gives of itself, which has all RFC 8414 wants; 404 if there is none.
 */
@WebServlet("/.well-known/oauth-authorization-server")
public class AuthorizationServerServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  @Inject transient SignInProviders providers;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ProviderTerms> first = providers.all().stream().findFirst();
    if (first.isEmpty()) {
      WellKnown.none(response);
    } else {
      WellKnown.open(response);
      response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
      String issuer = first.get().issuer().toString().replaceFirst("/$", "");
      response.setHeader("Location", issuer + DISCOVERY);
    }
  }
}
