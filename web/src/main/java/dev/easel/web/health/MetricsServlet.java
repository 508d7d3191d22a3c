package dev.easel.web.health;

import dev.easel.service.health.Meters;
import dev.easel.web.api.EventStream;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /metrics} for Prometheus; numbers only, so no key is asked for. */
@WebServlet(value = "/metrics", loadOnStartup = 1)
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Meters meters;
  @Inject transient EventStream streams;

  @Override
  public void init() {
    meters.gauge("easel_event_streams", "Event streams open on this server", streams::count);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HealthAnswers.send(response, 200, Meters.MEDIA_TYPE, meters.text());
  }
}
