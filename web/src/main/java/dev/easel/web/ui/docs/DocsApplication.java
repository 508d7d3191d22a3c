package dev.easel.web.ui.docs;

import dev.easel.web.ui.PageFailureMapper;
import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;
import java.util.Set;

/** Table of contents of {@code /docs}. */
@ApplicationPath("docs")
public class DocsApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(DocsController.class, PageFailureMapper.class);
  }

  /** There is no form here. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of(
        Csrf.CSRF_PROTECTION, Csrf.CsrfOptions.OFF, "jersey.config.server.wadl.disableWadl", true);
  }
}
