package dev.easel.web.api;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Keeps the container from telling a length of 0 for what is not sent because of {@code HEAD}: an
 * answer without a known length is committed without one.
 */
public class HeadFilter implements Filter {

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    chain.doFilter(request, response);
    boolean head = ((HttpServletRequest) request).getMethod().equals("HEAD");
    if (head && hasUnknownLength((HttpServletResponse) response)) {
      response.flushBuffer();
    }
  }

  private static boolean hasUnknownLength(HttpServletResponse response) {
    return !response.isCommitted()
        && response.getStatus() == HttpServletResponse.SC_OK
        && !response.containsHeader("Content-Length");
  }
}
