package dev.easel.web.api;

import dev.easel.web.error.CallerGoneInterceptor;
import jakarta.ws.rs.core.Application;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.krazo.core.ViewResponseFilter;

/** One API surface. Its class lists what belongs to it; this keeps the runtime from adding more. */
public abstract class Dialect extends Application {

  /** Else the runtime would describe all resources as WADL, also in answer to OPTIONS. */
  @Override
  public Map<String, Object> getProperties() {
    return Map.of("jersey.config.server.wadl.disableWadl", true);
  }

  @Override
  public final Set<Class<?>> getClasses() {
    Set<Class<?>> classes = new HashSet<>(ErrorMappers.all());
    classes.addAll(
        Set.of(
            CallerFilter.class,
            CallerGoneInterceptor.class,
            ScopeFilter.class,
            RateLimitFilter.class,
            RateLimitHeaders.class,
            JsonInputReader.class,
            FormInputReader.class));
    // Bound to MVC controllers, of which an API has none. Where the MVC runtime finds it, it adds
    // none of its filters; one of these searches all archives for services at every request.
    classes.add(ViewResponseFilter.class);
    classes.addAll(own());
    return classes;
  }

  /** Resources and filters of this surface alone. */
  protected abstract Set<Class<?>> own();
}
