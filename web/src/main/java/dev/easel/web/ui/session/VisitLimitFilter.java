package dev.easel.web.ui.session;

import dev.easel.domain.limit.RequestKind;
import dev.easel.service.limit.RequestLimits;
import dev.easel.service.session.Visitor;
import dev.easel.web.api.CountsAs;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Optional;

/**
 * What is done in the dashboard counts for the tenant's limits: as work if the method says so,
 * which is what orders images; else as looking, for people press more buttons than programs send
 * changes.
 */
@Priority(Priorities.AUTHORIZATION + 100)
public class VisitLimitFilter implements ContainerRequestFilter {

  @Inject Visit visit;
  @Inject RequestLimits limits;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    RequestKind kind =
        Optional.ofNullable(resource.getResourceMethod())
            .map(method -> method.getAnnotation(CountsAs.class))
            .map(CountsAs::value)
            .orElse(RequestKind.READ);
    visit.visitor().map(Visitor::caller).ifPresent(caller -> limits.count(caller, kind));
  }
}
