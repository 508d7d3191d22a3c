package dev.easel.web.api.v2;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.LifecycleHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** How a generation is answered: status and headers around {@link GenerationJson}. */
@ApplicationScoped
public class GenerationAnswers {

  private static final int LONGEST_PAUSE = 30;

  @Inject GenerationJson views;
  @Inject CatalogService catalog;

  /**
   * The answer to a request for images: 200 with them, 202 while they are being made.
   *
   * @throws FailureException if it failed, so that no client takes the answer for a success
   */
  Response outcome(GenerationDetails details, String base) {
    Generation generation = details.generation();
    if (generation.status() == GenerationStatus.FAILED) {
      ErrorKind kind = generation.errorKind().orElse(ErrorKind.RENDER_FAILED);
      throw FailureException.of(kind.code(), generation.errorMessage().orElse("Generation failed"))
          .with("generation_id", generation.id());
    }
    return generation.status().isFinal()
        ? Response.ok(views.printed(details, base, true)).build()
        : accepted(details, base);
  }

  /** 202, with the address to ask at. */
  Response accepted(GenerationDetails details, String base) {
    return Response.accepted(views.printed(details, base, false))
        .header(HttpHeaders.LOCATION, address(base, details.generation().id()))
        .header(HttpHeaders.RETRY_AFTER, pause(details))
        .build();
  }

  /** Says in headers that a model nears its end or is past it. */
  void tellLifecycle(Generation generation, String base, HttpServletResponse headers) {
    catalog
        .current()
        .find(generation.modelId())
        .ifPresent(
            entry ->
                LifecycleHeaders.of(entry.model(), base + "/api/v2/models/")
                    .forEach(headers::setHeader));
  }

  private static String address(String base, String id) {
    return base + "/api/v2/generations/" + id;
  }

  /** When it is worth asking again, in seconds. */
  private static int pause(GenerationDetails details) {
    Optional<Integer> eta = details.waiting().flatMap(GenerationDetails.Waiting::etaSeconds);
    return Math.max(1, Math.min(eta.orElse(2), LONGEST_PAUSE));
  }
}
