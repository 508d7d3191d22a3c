package dev.easel.web.ui;

import dev.easel.service.sso.SignInProviders;
import dev.easel.web.api.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.TreeSet;

/**
 * What browsers may do with our pages: show our own style and pictures; the dashboard also runs our
 * own scripts and sends our own forms.
 */
public class PageHeadersFilter implements Filter {

  private static final String NOTHING_ELSE = " base-uri 'none'; frame-ancestors 'none'";
  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'none';" + NOTHING_ELSE;
  private static final String DASHBOARD_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self' data: blob:; script-src 'self';"
          + " connect-src 'self';"
          + NOTHING_ELSE;

  @Inject SignInProviders providers;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    String path = RequestPath.of((HttpServletRequest) request);
    boolean dashboard = path.equals("/app") || path.startsWith("/app/");
    answer.setHeader("Content-Security-Policy", dashboard ? dashboardPolicy() : POLICY);
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Cache-Control", caching(path));
    chain.doFilter(request, response);
  }

  /** Signing in and out are forms whose answers lead to the identity providers' pages. */
  private String dashboardPolicy() {
    String elsewhere = String.join(" ", new TreeSet<>(providers.pages()));
    return DASHBOARD_POLICY + ("; form-action 'self' " + elsewhere).stripTrailing();
  }

  /** Addresses under {@code webjars} name their version. */
  private static String caching(String path) {
    if (path.startsWith("/webjars/")) {
      return "public, max-age=31536000, immutable";
    }
    return path.startsWith("/static/") ? "public, max-age=3600" : "no-cache";
  }
}
