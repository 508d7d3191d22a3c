package dev.easel.web.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.web.api.Links;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** {@code GET /openapi}, as JSON, and {@code /openapi.yaml}. */
@WebServlet({"/openapi", "/openapi.yaml"})
public class OpenApiServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient OpenApi openApi;
  @Inject transient Links links;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean yaml = request.getServletPath().endsWith(".yaml");
    String base = links.base(request);
    byte[] body = (yaml ? openApi.yaml(base) : openApi.json(base)).getBytes(UTF_8);
    response.setContentType(yaml ? "application/yaml" : "application/json");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", "max-age=300");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
