package dev.easel.web.error;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends quietly what a caller no longer waits for. The container would look for an error page, fail
 * to send that too, and log each step with its trace: whoever hangs up often enough fills the log.
 */
public class CallerGoneFilter implements Filter {

  private static final Logger LOG = Logger.getLogger(CallerGoneFilter.class.getName());

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, new LeavableResponse((HttpServletResponse) response));
    } catch (IOException | ServletException e) {
      if (!CallerGone.isIn(e)) {
        throw e;
      }
      LOG.log(Level.FINE, e, () -> "A caller left before the end of the answer");
    }
  }
}
