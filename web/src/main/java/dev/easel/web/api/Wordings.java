package dev.easel.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.web.error.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the dialect of a path and has it word a refusal. */
@ApplicationScoped
public class Wordings {

  @Inject @Any Instance<ErrorWording> dialects;
  @Inject Links links;
  @Inject Challenges challenges;

  /**
   * What of a request the wording of an error needs.
   *
   * @param identified whether it bore any credentials
   */
  public record Asked(String path, String requestId, String base, boolean identified) {}

  /** To be called while the request is alive: an answer that is held outlives it. */
  public Asked asked(HttpServletRequest request) {
    return new Asked(
        RequestPath.of(request),
        RequestId.of(request),
        links.base(request),
        Credentials.areIn(request));
  }

  public WireError word(Refusal refusal, Asked asked) {
    WireError error =
        dialects.stream()
            .filter(dialect -> dialect.speaksFor(asked.path()))
            .findFirst()
            .map(dialect -> dialect.word(refusal, asked.requestId(), asked.base()))
            .map(worded -> withChallenge(worded, refusal, asked))
            .orElseGet(() -> plain(refusal));
    return withRetryAfter(error, refusal);
  }

  public Response response(Throwable thrown, HttpServletRequest request) {
    return response(thrown, asked(request));
  }

  public Response response(Throwable thrown, Asked asked) {
    WireError error = word(Refusal.of(thrown), asked);
    Response.ResponseBuilder response =
        Response.status(error.status(), ReasonPhrase.of(error.status()))
            .type(MediaType.APPLICATION_JSON_TYPE)
            .entity(error.body());
    error.headers().forEach(response::header);
    allowed(thrown).ifPresent(methods -> response.header(HttpHeaders.ALLOW, methods));
    return response.build();
  }

  /** Answers where no dialect's runtime is at work: in filters and on the error page. */
  public void send(Refusal refusal, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    WireError error = word(refusal, asked(request));
    response.setStatus(error.status());
    error.headers().forEach(response::setHeader);
    response.setContentType(MediaType.APPLICATION_JSON);
    byte[] body = error.body().toString().getBytes(UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** A 405 has to name the methods that would do. */
  private static Optional<String> allowed(Throwable thrown) {
    return thrown instanceof NotAllowedException refused
        ? Optional.ofNullable(refused.getResponse().getHeaderString(HttpHeaders.ALLOW))
        : Optional.empty();
  }

  private WireError withChallenge(WireError error, Refusal refusal, Asked asked) {
    return challenges
        .of(refusal, asked)
        .map(challenge -> with(error, HttpHeaders.WWW_AUTHENTICATE, challenge))
        .orElse(error);
  }

  private static WireError with(WireError error, String name, String value) {
    Map<String, String> headers = new HashMap<>(error.headers());
    headers.putIfAbsent(name, value);
    return new WireError(error.status(), error.body(), headers);
  }

  private static WireError withRetryAfter(WireError error, Refusal refusal) {
    if (refusal.retryAfter().isEmpty()) {
      return error;
    }
    long seconds = Math.max(1, refusal.retryAfter().get().toSeconds());
    return with(error, HttpHeaders.RETRY_AFTER, Long.toString(seconds));
  }

  /** For paths of no dialect, such as {@code /health} and the pages. */
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
          case CONFLICT -> 409;
          case RATE_LIMITED -> 429;
          case MAINTENANCE -> 503;
          case INTERNAL -> 500;
          default -> 400;
        };
    return new WireError(
        status, Json.createObjectBuilder().add("error", refusal.message()).build(), Map.of());
  }
}
