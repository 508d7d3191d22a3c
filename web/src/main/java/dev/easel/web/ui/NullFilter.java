package dev.easel.web.ui;

import dev.easel.domain.shared.FailureException;
import dev.easel.web.ui.session.SentForm;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;

/** Databases take no U+0000, and nobody types it: what has it in its address or form is refused. */
@Priority(Priorities.AUTHORIZATION)
public class NullFilter implements ContainerRequestFilter {

  @Inject SentForm form;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    refuse(request.getUriInfo().getRequestUri().getRawSchemeSpecificPart());
    form.of(request).ifPresent(NullFilter::refuse);
  }

  private static void refuse(String sent) {
    if (sent.contains("%00") || sent.indexOf('\0') >= 0) {
      throw FailureException.invalid("text", "must not contain U+0000");
    }
  }
}
