package dev.easel.web.health;

import dev.easel.service.health.Readiness;
import dev.easel.web.api.WireJson;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code GET /health/ready}: 200 when work can be taken, else 503 with what is wrong. */
@WebServlet("/health/ready")
public class ReadyServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Map<String, String> checks = readiness.check();
    boolean up = checks.values().stream().allMatch("up"::equals);
    JsonObjectBuilder parts = WireJson.object();
    checks.forEach(parts::add);
    JsonObjectBuilder body =
        WireJson.object().add("status", up ? "ready" : "not ready").add("checks", parts);
    HealthAnswers.json(response, up ? 200 : 503, body.build().toString());
  }
}
