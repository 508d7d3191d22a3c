package dev.easel.web.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.ui.Texts;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A form counts only if it bears the token of the browser that sends it. */
@Priority(Priorities.AUTHORIZATION)
public class CsrfFilter implements ContainerRequestFilter {

  private static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  @Inject Visit visit;
  @Inject SentForm form;
  @Inject Texts texts;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    Optional<String> sent = Optional.ofNullable(request.getHeaderString(HEADER));
    if (sent.isEmpty()) {
      sent = form.of(request).flatMap(CsrfFilter::field);
    }
    if (sent.filter(visit::issued).isEmpty()) {
      throw FailureException.of(FailureCode.FORBIDDEN, texts.of("error.form-expired"));
    }
  }

  private static Optional<String> field(String body) {
    String prefix = Visit.FIELD + "=";
    return Stream.of(body.split("&"))
        .filter(pair -> pair.startsWith(prefix))
        .map(pair -> decoded(pair.substring(prefix.length())))
        .findFirst();
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // not what we issued
    }
  }
}
