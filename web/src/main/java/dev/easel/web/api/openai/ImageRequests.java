package dev.easel.web.api.openai;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.catalog.Catalog;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.identity.IdentityService;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Decodes requests for images: the fields of OpenAI and ours, seed 002 and 3.1–3.3. What they have
 * in common is read by {@link ImageFields}; here is what they mean by their pictures.
 */
@ApplicationScoped
public class ImageRequests {

  private static final int LONGEST_NAME = 200;

  /** {@code input_fidelity: high}: the layout of the picture stays. */
  private static final double FAITHFUL = 0.45;

  /** A variation shows the same things in another way. */
  private static final double VARIED = 0.6;

  @Inject CatalogService catalog;
  @Inject IdentityService identities;

  /**
   * {@code images/generations}, with our own {@code image}.
   *
   * @param deployment the Azure path's word for the model, or null
   * @throws FailureException {@code INVALID_REQUEST} with all that is wrong in form
   */
  ImageWish generation(
      Caller caller, JsonInput body, HttpServletRequest request, String deployment) {
    return read(
        caller, body, Pictures.ofGeneration(body), new GenerationRequest(), request, deployment);
  }

  /** {@code images/edits}, in either form. */
  ImageWish edit(
      Caller caller,
      JsonInput body,
      Pictures pictures,
      HttpServletRequest request,
      String deployment) {
    GenerationRequest order = new GenerationRequest();
    boolean faithful = "high".equals(Choice.INPUT_FIDELITY.read(body));
    if (faithful && pictures.mask() == null) {
      order.strength(FAITHFUL);
    }
    if (faithful && pictures.mask() != null) {
      new Warnings(body, order).ignored("input_fidelity", "the mask says what is kept");
    }
    return read(caller, body, pictures, order, request, deployment);
  }

  /** {@code images/variations}: the picture alone says what is wanted. */
  ImageWish variation(
      Caller caller, JsonInput body, Pictures pictures, HttpServletRequest request) {
    GenerationRequest order = new GenerationRequest().variation(true).strength(VARIED);
    return read(caller, body, pictures, order, request, null);
  }

  private ImageWish read(
      Caller caller,
      JsonInput body,
      Pictures pictures,
      GenerationRequest order,
      HttpServletRequest request,
      String deployment) {
    String provider = body.text("provider", LONGEST_NAME);
    String named = body.text("model", LONGEST_NAME);
    new ImageFields(body, order).read();
    PictureOrder.apply(body, pictures, order);
    String responseFormat = Choice.RESPONSE_FORMAT.read(body);
    boolean dryRun = dryRun(body);
    Idempotency idempotency = IdempotencyHeaders.read(request, body.hash());
    Origin origin = origin(body, request, IdempotencyHeaders.joinableHash(request, idempotency));
    body.check();
    Catalog now = catalog.current();
    Capability wanted = pictures.operation().capability();
    String model =
        deployment == null ? new ModelChoice(now, wanted).of(provider, named) : deployment;
    CatalogEntry entry = model == null ? preferred(caller, wanted) : now.get(model);
    order.model(entry.model().id());
    new ModelFit(entry.model()).apply(body, order, pictures.any());
    return new ImageWish(order, origin, idempotency, responseFormat, dryRun);
  }

  private CatalogEntry preferred(Caller caller, Capability wanted) {
    String own = identities.user(caller).defaultModel();
    return wanted == Capability.TEXT_TO_IMAGE
        ? catalog.defaultEntry(own)
        : catalog.defaultEntry(own, wanted);
  }

  private static boolean dryRun(JsonInput body) {
    boolean dryRun = Boolean.TRUE.equals(body.flag("dry_run"));
    if (dryRun && Boolean.TRUE.equals(body.flag("stream"))) {
      body.violate("dry_run", "cannot be streamed");
    }
    return dryRun;
  }

  private static Origin origin(JsonInput body, HttpServletRequest request, String hash) {
    String user = body.text("user", LONGEST_NAME);
    String safety = body.text("safety_identifier", LONGEST_NAME);
    return new Origin(
        Surface.OPENAI,
        RequestId.of(request),
        hash,
        Attachments.metadata(body),
        Kept.of(body.json()),
        Attachments.webhookUrl(body),
        safety == null ? user : safety);
  }
}
