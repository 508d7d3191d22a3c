package dev.easel.web.api.openai;

import dev.easel.domain.limit.Level;
import dev.easel.web.api.RateLimitHeaders;
import dev.easel.web.api.Standing;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.Locale;

/**
 * {@code x-ratelimit-…-requests}, as OpenAI's clients read them. Its priority puts it after {@link
 * RateLimitHeaders}: filters of answers run from the highest to the lowest.
 */
@Priority(Priorities.HEADER_DECORATOR)
public class RequestHeaders implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    RateLimitHeaders.standingOf(request)
        .flatMap(Standing::tightest)
        .ifPresent(level -> tell(level, response.getHeaders()));
  }

  private static void tell(Level level, MultivaluedMap<String, Object> headers) {
    headers.putSingle("x-ratelimit-limit-requests", Long.toString(level.rate().limit()));
    headers.putSingle("x-ratelimit-remaining-requests", Long.toString(level.remaining()));
    headers.putSingle("x-ratelimit-reset-requests", text(level.untilFull()));
  }

  /** {@code 1h2m3s}, {@code 6m0s}, {@code 1.5s}, {@code 20ms}. */
  static String text(Duration time) {
    Duration rounded = Duration.ofMillis(time.plusNanos(999_999).toMillis());
    if (rounded.toSeconds() == 0) {
      return rounded.toMillis() + "ms";
    }
    StringBuilder text = new StringBuilder();
    if (rounded.toHours() > 0) {
      text.append(rounded.toHours()).append('h');
    }
    if (rounded.toMinutes() > 0) {
      text.append(rounded.toMinutesPart()).append('m');
    }
    return text.append(seconds(rounded.toMillis() % 60_000)).toString();
  }

  private static String seconds(long millis) {
    return millis % 1000 == 0
        ? millis / 1000 + "s"
        : String.format(Locale.ROOT, "%.3fs", millis / 1000.0);
  }
}
