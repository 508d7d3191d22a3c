package dev.easel.web.error;

import dev.easel.web.api.Wordings;
import dev.easel.web.ui.ErrorPage;
import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The error page of the whole application: the dialect of the failed path, never HTML for an API; a
 * page for browsers that asked for a page.
 */
public class FallbackErrorServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Wordings wordings;
  @Inject transient ErrorPage pages;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    Throwable cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
    Refusal refusal =
        cause == null
            ? Refusal.ofStatus(status == null ? 404 : (Integer) status, new Unexplained())
            : Refusal.of(cause);
    if (pages.isWantedBy(request)) {
      sendPage(refusal, request, response);
    } else {
      wordings.send(refusal, request, response);
    }
  }

  private void sendPage(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int code = wordings.word(refusal, wordings.asked(request)).status();
    response.setStatus(code);
    response.setContentType("text/html;charset=UTF-8");
    response.getWriter().write(pages.render(code, refusal, request, response));
  }

  /** Stands in for the cause where the container names none. */
  private static final class Unexplained extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
