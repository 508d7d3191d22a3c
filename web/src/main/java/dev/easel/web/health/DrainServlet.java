package dev.easel.web.health;

import dev.easel.service.health.Drain;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;

/**
 * Answers nothing; it holds up the end. An application that is stopped destroys its servlets in the
 * order in which they were declared: this one before that of the resources, which without it would
 * refuse to go on with a request that is still at its beginning.
 */
public class DrainServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient Drain drain;

  @Override
  public void destroy() {
    drain.await();
  }
}
