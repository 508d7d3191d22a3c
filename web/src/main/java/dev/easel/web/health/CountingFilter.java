package dev.easel.web.health;

import dev.easel.service.health.Meters;
import dev.easel.web.api.RequestPath;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/** Counts answers by surface and class of status, also those given later. */
public class CountingFilter implements Filter {

  private static final Map<String, String> SURFACES =
      Map.ofEntries(
          Map.entry("/api/v1", "v1"),
          Map.entry("/api/v2", "v2"),
          Map.entry("/api/api", "v2"),
          Map.entry("/v1", "openai"),
          Map.entry("/openai", "openai"),
          Map.entry("/files", "files"),
          Map.entry("/docs", "pages"),
          Map.entry("/static", "pages"),
          Map.entry("/health", "operations"),
          Map.entry("/metrics", "operations"));

  @Inject Meters meters;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String surface = surface(RequestPath.of((HttpServletRequest) request));
    AtomicBoolean counted = new AtomicBoolean();
    Runnable count =
        () -> {
          if (counted.compareAndSet(false, true)) {
            int status = ((HttpServletResponse) response).getStatus();
            meters.answered(surface, status / 100 + "xx");
          }
        };
    chain.doFilter(request, response);
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new Counting(count));
    } else {
      count.run();
    }
  }

  static String surface(String path) {
    if (path.equals("/")) {
      return "pages";
    }
    return SURFACES.entrySet().stream()
        .filter(known -> path.equals(known.getKey()) || path.startsWith(known.getKey() + "/"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("other");
  }

  private record Counting(Runnable count) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      count.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      count.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
