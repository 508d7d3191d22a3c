package dev.easel.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * What browsers have to know about API answers: any page may read them, since an API key and no
 * cookie opens them, and nothing may keep them. Preflights are answered here; they bear no
 * credentials.
 */
public class CorsFilter implements Filter {

  private static final String EXPOSED =
      "X-Request-ID, X-Credits-Remaining, X-RateLimit-Limit, X-RateLimit-Remaining,"
          + " X-RateLimit-Reset, X-RateLimit-Reset-After, X-Quota-Limit, X-Quota-Remaining,"
          + " X-Quota-Reset, RateLimit, RateLimit-Policy, x-ratelimit-limit-requests,"
          + " x-ratelimit-remaining-requests, x-ratelimit-reset-requests, Retry-After, WWW-Authenticate, Location,"
          + " ETag, Link, Deprecation, Sunset, Preference-Applied, Idempotent-Replayed";

  private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9_, -]{1,2000}");

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest asked = (HttpServletRequest) request;
    HttpServletResponse answer = (HttpServletResponse) response;
    answer.setHeader("Access-Control-Allow-Origin", "*");
    answer.setHeader("Access-Control-Expose-Headers", EXPOSED);
    answer.setHeader("Cache-Control", "no-store");
    if (isPreflight(asked)) {
      allow(asked, answer);
      return;
    }
    chain.doFilter(request, response);
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void allow(HttpServletRequest request, HttpServletResponse answer) {
    String wanted = request.getHeader("Access-Control-Request-Headers");
    answer.setHeader("Access-Control-Allow-Methods", "GET, HEAD, POST, PUT, PATCH, DELETE");
    // Named one by one: the wildcard would not include Authorization.
    if (wanted != null && HEADER_NAMES.matcher(wanted).matches()) {
      answer.setHeader("Access-Control-Allow-Headers", wanted);
      answer.setHeader("Vary", "Access-Control-Request-Headers");
    }
    answer.setHeader("Access-Control-Max-Age", "7200");
    answer.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
