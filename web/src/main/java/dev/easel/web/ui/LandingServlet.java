package dev.easel.web.ui;

import dev.easel.web.api.Links;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** {@code GET /}. A servlet, since a JAX-RS application at the root would swallow all addresses. */
@WebServlet("")
public class LandingServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Templates templates;
  @Inject transient Links links;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/html;charset=UTF-8");
    Map<String, Object> models = Map.of("base", links.base(request));
    response.getWriter().write(templates.render("landing.html", models, request, response));
  }
}
