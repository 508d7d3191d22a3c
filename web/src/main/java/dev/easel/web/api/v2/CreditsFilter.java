package dev.easel.web.api.v2;

import dev.easel.service.ledger.Ledger;
import dev.easel.web.api.CallerFilter;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** {@code X-Credits-Remaining} on every answer to a known caller. */
public class CreditsFilter implements ContainerResponseFilter {

  private static final Logger LOG = Logger.getLogger(CreditsFilter.class.getName());

  @Inject Ledger ledger;

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    CallerFilter.callerOf(request)
        .flatMap(caller -> remaining(caller.tenantId()))
        .ifPresent(credits -> response.getHeaders().putSingle("X-Credits-Remaining", credits));
  }

  /** Empty on trouble: an answer, above all a refusal, must not die of its trimmings. */
  private Optional<String> remaining(String tenantId) {
    try {
      return Optional.of(ledger.available(tenantId).credits().toPlainString());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The balance of " + tenantId + " could not be read");
      return Optional.empty();
    }
  }
}
