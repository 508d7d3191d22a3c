package dev.easel.web.ui;

import dev.easel.web.api.RequestPath;
import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Map;

/** Refusals as a page, for people who asked for a page. Programs get JSON at every address. */
@ApplicationScoped
public class ErrorPage {

  private static final List<String> FOR_PROGRAMS =
      List.of("/api", "/v1", "/openai", "/files", "/health", "/metrics");

  @Inject Templates templates;

  /** Whether a browser asks, at an address that is no program's. */
  public boolean isWantedBy(HttpServletRequest request) {
    String path = RequestPath.of(request);
    String accept = request.getHeader(HttpHeaders.ACCEPT);
    return accept != null
        && accept.contains("text/html")
        && FOR_PROGRAMS.stream().noneMatch(p -> path.equals(p) || path.startsWith(p + "/"));
  }

  public String render(
      int status, Refusal refusal, HttpServletRequest request, HttpServletResponse response) {
    return templates.render(
        "error.html", Map.of("status", status, "message", refusal.message()), request, response);
  }
}
