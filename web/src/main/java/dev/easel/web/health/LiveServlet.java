package dev.easel.web.health;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /health/live}: 200 as long as requests are answered at all. Asks nothing else. */
@WebServlet("/health/live")
public class LiveServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HealthAnswers.json(response, 200, "{\"status\":\"alive\"}");
  }
}
