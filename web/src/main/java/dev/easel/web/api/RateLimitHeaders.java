package dev.easel.web.api;

import dev.easel.domain.identity.Caller;
import dev.easel.service.limit.DayQuota;
import dev.easel.service.limit.RequestLimits;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.time.Clock;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells every known caller what is left, whatever the answer is. */
public class RateLimitHeaders implements ContainerResponseFilter {

  private static final Logger LOG = Logger.getLogger(RateLimitHeaders.class.getName());
  private static final String STANDING = RateLimitHeaders.class.getName();

  @Inject RequestLimits limits;
  @Inject DayQuota quota;
  @Inject Clock clock;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    CallerFilter.callerOf(request)
        .flatMap(caller -> standing(caller, request))
        .ifPresent(
            standing -> {
              request.setProperty(STANDING, standing);
              standing.headers().forEach(response.getHeaders()::putSingle);
            });
  }

  /** For filters of dialects that run after this one and tell the same in their own words. */
  public static Optional<Standing> standingOf(ContainerRequestContext request) {
    return Optional.ofNullable((Standing) request.getProperty(STANDING));
  }

  /** Empty on trouble: an answer, above all a refusal, must not die of its trimmings. */
  private Optional<Standing> standing(Caller caller, ContainerRequestContext request) {
    try {
      return Optional.of(
          new Standing(
              limits.levels(caller, RateLimitFilter.kindOf(request)),
              quota.standing(caller),
              clock.instant()));
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The limits of " + caller.tenantId() + " cannot be told");
      return Optional.empty();
    }
  }
}
