package dev.easel.web.api;

import dev.easel.service.generation.GenerationEvents;
import dev.easel.service.generation.Watch;
import dev.easel.service.health.Drain;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Holds a response until a generation ends, without holding a thread. */
@ApplicationScoped
public class HeldResponses {

  @Inject GenerationEvents events;
  @Inject Wordings wordings;
  @Inject Drain drain;

  /**
   * Answers with what {@code view} makes as soon as the generation is final, or of its state then
   * when {@code most} has passed.
   */
  public void answer(
      AsyncResponse response,
      HttpServletRequest request,
      String generationId,
      Duration most,
      Supplier<Response> view) {
    AtomicBoolean answered = new AtomicBoolean();
    Wordings.Asked asked = wordings.asked(request);
    Runnable resume =
        () -> {
          if (answered.compareAndSet(false, true)) {
            resume(response, asked, view);
          }
        };
    if (most.isZero()) {
      resume.run();
      return;
    }
    response.setTimeout(most.toMillis(), TimeUnit.MILLISECONDS);
    response.setTimeoutHandler(late -> resume.run());
    Watch watch =
        events.watch(
            generationId,
            event -> {
              if (event.type().isFinal()) {
                resume.run();
              }
            });
    drain.holds(resume);
    if (answered.get()) {
      drain.answered(resume);
    }
    response.register(
        (CompletionCallback)
            thrown -> {
              drain.answered(resume);
              watch.close();
            });
  }

  private void resume(AsyncResponse response, Wordings.Asked asked, Supplier<Response> view) {
    try {
      response.resume(view.get());
    } catch (RuntimeException e) {
      response.resume(wordings.response(e, asked));
    }
  }
}
