package dev.easel.web.error;

import dev.easel.web.api.Wordings;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The error page of the whole application: the dialect of the failed path, never HTML for an API.
 */
public class FallbackErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Wordings wordings;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Refusal refusal =
        cause == null
            ? Refusal.ofStatus(status == null ? 404 : (Integer) status, new Unexplained())
            : Refusal.of(cause);
    wordings.send(refusal, request, response);
  }

  /** Stands in for the cause where the container names none. */
  private static final class Unexplained extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
