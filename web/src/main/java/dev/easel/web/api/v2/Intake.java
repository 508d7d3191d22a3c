package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.HeldResponses;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.Links;
import dev.easel.web.api.Preferences;
import dev.easel.web.api.RequestId;
import dev.easel.web.api.SentBody;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes requests for work of all kinds, and holds their answers until the work is done. */
@RequestScoped
public class Intake {

  /** Previews for whoever can watch. A client that waits for the answer has no id to watch by. */
  private static final int PREVIEWS = 3;

  /** Fields of forms that are text, also where it looks like a number. */
  private static final Set<String> TEXTS =
      Set.of(
          "prompt",
          "negative_prompt",
          "model",
          "webhook_url",
          "inpaint_mode",
          "mode",
          "damage",
          "output_format",
          "style.preset",
          "style.artistic_style",
          "style.lighting",
          "style.camera_angle");

  @Inject GenerationService generations;
  @Inject ModelSizes sizes;
  @Inject CurrentCaller caller;
  @Inject HeldResponses held;
  @Inject Links links;
  @Inject GenerationAnswers answers;

  @Inject
  @ConfigProperty(name = "easel.sync-wait", defaultValue = "PT55S")
  Duration usualWait;

  /** The body a form stands for. Its files are in memory then, and the form is closed. */
  static SentBody read(FormInput form) {
    try (form) {
      return SentBody.of(form, PictureMembers.FILES, TEXTS);
    }
  }

  /** Accepts what is asked for, or refuses it, and answers in time. */
  void take(Operation operation, SentBody sent, Exchange exchange) {
    HttpServletRequest request = exchange.request();
    Preferences preferences = Preferences.of(request);
    OrderBody read = OrderBody.read(operation, sent, preferences.strict(exchange.strict()));
    Idempotency idempotency = IdempotencyHeaders.read(request, sent.json().hash());
    Caller who = caller.get();
    GenerationRequest wanted =
        read.request(() -> sizes.usual(who, read.model()))
            .previews(preferences.saysHowLong() ? PREVIEWS : 0);
    Origin origin = origin(read, request, IdempotencyHeaders.joinableHash(request, idempotency));
    Submission accepted = generations.submit(who, wanted, origin, idempotency);
    preferences
        .applied()
        .ifPresent(applied -> exchange.headers().setHeader("Preference-Applied", applied));
    IdempotencyHeaders.tell(accepted, exchange.headers());
    hold(who, accepted, preferences.hold(usualWait), exchange);
  }

  private void hold(Caller who, Submission accepted, Duration most, Exchange exchange) {
    String id = accepted.generation().id();
    String base = links.base(exchange.request());
    answers.tellLifecycle(accepted.generation(), base, exchange.headers());
    held.answer(
        exchange.response(),
        exchange.request(),
        id,
        most,
        () ->
            answers.outcome(
                most.isZero() ? generations.get(who, accepted) : generations.get(who, id), base));
  }

  private static Origin origin(OrderBody read, HttpServletRequest request, String hash) {
    return new Origin(
        Surface.V2,
        RequestId.of(request),
        hash,
        read.metadata(),
        read.given(),
        read.webhookUrl(),
        null);
  }
}
