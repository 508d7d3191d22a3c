package dev.easel.web.api;

import dev.easel.service.health.Drain;
import jakarta.inject.Inject;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Counts the requests a stopping server waits for. Event streams are not among them: they would
 * last until their clients leave, and those come back with {@code Last-Event-ID}.
 */
public class InFlightFilter implements Filter {

  @Inject Drain drain;

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isEventStream((HttpServletRequest) request)) {
      chain.doFilter(request, response);
      return;
    }
    AtomicBoolean left = new AtomicBoolean();
    Runnable leave =
        () -> {
          if (left.compareAndSet(false, true)) {
            drain.leave();
          }
        };
    drain.enter();
    boolean async = false;
    try {
      chain.doFilter(request, response);
      async = request.isAsyncStarted();
      if (async) {
        request.getAsyncContext().addListener(new Leaving(leave));
      }
    } finally {
      if (!async) {
        leave.run();
      }
    }
  }

  private static boolean isEventStream(HttpServletRequest request) {
    return RequestPath.of(request).contains("/events");
  }

  /** Runs once the asynchronous answer is through, however it ended. */
  private record Leaving(Runnable leave) implements AsyncListener {
    @Override
    public void onComplete(AsyncEvent event) {
      leave.run();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // The JAX-RS runtime answers time-outs itself; completion follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      leave.run();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
