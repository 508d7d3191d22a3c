package dev.easel.web.api.sso;

import dev.easel.web.api.ErrorMappers;
import dev.easel.web.error.CallerGoneInterceptor;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.krazo.core.ViewResponseFilter;

/** Table of contents of {@code /sso}: what identity providers call. */
@ApplicationPath("sso")
public class SsoApplication extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(ErrorMappers.all());
    classes.add(BackChannelLogoutResource.class);
    classes.add(CallerGoneInterceptor.class);
    classes.add(
        ViewResponseFilter.class); // keeps the MVC runtime from adding its own, as in Dialect
    return classes;
  }

  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }
}
