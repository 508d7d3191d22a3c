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
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A form counts only if it bears the token of the browser that sends it. The body is read and put
 * back: servlet parameters are empty here, because Jersey has opened the stream by now.
 */
@Priority(Priorities.AUTHORIZATION)
public class CsrfFilter implements ContainerRequestFilter {

  private static final String HEADER = "X-CSRF-Token";
  private static final Set<String> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final int LONGEST = 256 * 1024;

  @Inject Visit visit;
  @Inject Texts texts;

  @Override
  public void filter(ContainerRequestContext request) throws IOException {
    refuseNull(request.getUriInfo().getRequestUri().getRawSchemeSpecificPart());
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    Optional<String> sent = Optional.ofNullable(request.getHeaderString(HEADER));
    if (sent.isEmpty() && isForm(request)) {
      sent = field(body(request));
    }
    if (sent.filter(visit::issued).isEmpty()) {
      throw FailureException.of(FailureCode.FORBIDDEN, texts.of("error.form-expired"));
    }
  }

  private String body(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw FailureException.of(FailureCode.PAYLOAD_TOO_LARGE, texts.of("error.form-large"));
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    String text = new String(body, UTF_8);
    refuseNull(text);
    return text;
  }

  /** Databases take no U+0000, and nobody types it. */
  private static void refuseNull(String sent) {
    if (sent.contains("%00") || sent.indexOf('\0') >= 0) {
      throw FailureException.invalid("text", "must not contain U+0000");
    }
  }

  private static boolean isForm(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    return type != null && MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type);
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
