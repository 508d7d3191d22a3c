package dev.easel.web.api;

import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/** Finds the dialect of a path and has it word a refusal. */
@ApplicationScoped
public class Wordings {

  @Inject @Any Instance<ErrorWording> dialects;

  public WireError word(Refusal refusal, HttpServletRequest request) {
    String path = RequestPath.of(request);
    String requestId = RequestId.of(request);
    WireError error =
        dialects.stream()
            .filter(dialect -> dialect.speaksFor(path))
            .findFirst()
            .map(dialect -> dialect.word(refusal, requestId))
            .orElseGet(() -> plain(refusal));
    return withRetryAfter(error, refusal);
  }

  public Response response(Throwable thrown, HttpServletRequest request) {
    WireError error = word(Refusal.of(thrown), request);
    Response.ResponseBuilder response =
        Response.status(error.status(), ReasonPhrase.of(error.status()))
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(error.body());
    error.headers().forEach(response::header);
    return response.build();
  }

  private static WireError withRetryAfter(WireError error, Refusal refusal) {
    if (refusal.retryAfter().isEmpty()) {
      return error;
    }
    Map<String, String> headers = new HashMap<>(error.headers());
    long seconds = Math.max(1, refusal.retryAfter().get().toSeconds());
    headers.putIfAbsent("Retry-After", Long.toString(seconds));
    return new WireError(error.status(), error.body(), headers);
  }

  /** For paths of no dialect, such as {@code /health}. */
  private static WireError plain(Refusal refusal) {
    int status =
        switch (refusal.code()) {
          case NOT_FOUND -> 404;
          case METHOD_NOT_ALLOWED -> 405;
          case NOT_ACCEPTABLE -> 406;
          case PAYLOAD_TOO_LARGE -> 413;
          case UNSUPPORTED_MEDIA_TYPE -> 415;
          case UNAUTHENTICATED -> 401;
          case FORBIDDEN -> 403;
          case MAINTENANCE -> 503;
          case INTERNAL -> 500;
          default -> 400;
        };
    return new WireError(
        status, Json.createObjectBuilder().add("error", refusal.message()).build(), Map.of());
  }
}
