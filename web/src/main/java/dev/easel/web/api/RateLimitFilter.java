package dev.easel.web.api;

import dev.easel.domain.limit.RequestKind;
import dev.easel.service.limit.RequestLimits;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;

/**
 * Counts requests of known callers: looking in one bucket, all else in another. Runs once the
 * caller may do what is asked, and before the body is read, so that what is not valid counts too.
 */
@Priority(Priorities.AUTHORIZATION + 100)
public class RateLimitFilter implements ContainerRequestFilter {

  private static final String KIND = RateLimitFilter.class.getName();

  @Inject RequestLimits limits;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    CallerFilter.callerOf(request)
        .ifPresent(
            caller -> {
              RequestKind kind = kind(resource.getResourceMethod(), request);
              request.setProperty(KIND, kind);
              limits.count(caller, kind);
            });
  }

  /** What a request counts as, also one that was refused before it was counted. */
  static RequestKind kindOf(ContainerRequestContext request) {
    return request.getProperty(KIND) instanceof RequestKind kind ? kind : kind(null, request);
  }

  private static RequestKind kind(Method method, ContainerRequestContext request) {
    CountsAs told = method == null ? null : method.getAnnotation(CountsAs.class);
    if (told != null) {
      return told.value();
    }
    String verb = request.getMethod();
    return verb.equals(HttpMethod.GET) || verb.equals(HttpMethod.HEAD)
        ? RequestKind.READ
        : RequestKind.WORK;
  }
}
