package dev.easel.web.ui;

import dev.easel.web.api.RequestPath;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What browsers may do with our pages: show our own style and pictures, and nothing else. */
public class PageHeadersFilter implements Filter {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    boolean fixed = RequestPath.of((HttpServletRequest) request).startsWith("/static/");
    answer.setHeader("Content-Security-Policy", POLICY);
    answer.setHeader("Referrer-Policy", "same-origin");
    answer.setHeader("Cache-Control", fixed ? "public, max-age=3600" : "no-cache");
    chain.doFilter(request, response);
  }
}
