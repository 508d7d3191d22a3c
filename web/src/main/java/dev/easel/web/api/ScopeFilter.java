package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Holds {@link Needs} against the caller that {@link CallerFilter} proved. */
@Priority(Priorities.AUTHORIZATION)
public class ScopeFilter implements ContainerRequestFilter {

  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    Needs needs = needs();
    if (needs != null) {
      CallerFilter.callerOf(request).ifPresent(caller -> judge(caller, needs.value()));
    }
  }

  private Needs needs() {
    Method method = resource.getResourceMethod();
    if (method == null) {
      return null;
    }
    Needs own = method.getAnnotation(Needs.class);
    return own == null ? resource.getResourceClass().getAnnotation(Needs.class) : own;
  }

  /**
   * @throws FailureException {@code FORBIDDEN} if the caller has none of them; the first is told
   */
  public static void judge(Caller caller, Scope... scopes) {
    if (Arrays.stream(scopes).noneMatch(scope -> allows(caller, scope))) {
      String scope = scopes[0].wire();
      throw FailureException.of(
              FailureCode.FORBIDDEN, "This API key or token lacks the scope '" + scope + "'")
          .with("reason", "scope_missing")
          .with("scope", scope);
    }
  }

  private static boolean allows(Caller caller, Scope scope) {
    return scope == Scope.ADMIN ? caller.runsServer() : caller.may(scope);
  }
}
