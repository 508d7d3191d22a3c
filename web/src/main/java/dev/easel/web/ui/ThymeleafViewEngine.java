package dev.easel.web.ui;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mvc.engine.ViewEngine;
import jakarta.mvc.engine.ViewEngineContext;
import jakarta.mvc.engine.ViewEngineException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Renders views for Jakarta MVC. Unlike krazo-thymeleaf it never flushes, so the status set by
 * JAX-RS survives.
 */
@ApplicationScoped
@Priority(ViewEngine.PRIORITY_APPLICATION)
public class ThymeleafViewEngine implements ViewEngine {

  @Inject Templates templates;

  @Override
  public boolean supports(String view) {
    return view.endsWith(".html");
  }

  @Override
  public void processView(ViewEngineContext context) throws ViewEngineException {
    HttpServletResponse response = context.getResponse(HttpServletResponse.class);
    try {
      templates.render(
          context.getView(),
          context.getModels().asMap(),
          context.getRequest(HttpServletRequest.class),
          response,
          response.getWriter());
    } catch (IOException e) {
      throw new ViewEngineException(e);
    }
  }
}
