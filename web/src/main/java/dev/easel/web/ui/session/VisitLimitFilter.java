package dev.easel.web.ui.session;

import dev.easel.domain.limit.RequestKind;
import dev.easel.service.limit.RequestLimits;
import dev.easel.service.session.Visitor;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/** What is done in the dashboard counts for the tenant's limits like any call of the API. */
@Priority(Priorities.AUTHORIZATION + 100)
public class VisitLimitFilter implements ContainerRequestFilter {

  @Inject Visit visit;
  @Inject RequestLimits limits;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean reads = request.getMethod().equals(HttpMethod.GET);
    visit
        .visitor()
        .map(Visitor::caller)
        .ifPresent(caller -> limits.count(caller, reads ? RequestKind.READ : RequestKind.WORK));
  }
}
