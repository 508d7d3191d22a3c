package dev.easel.web.api.v2;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Sha256;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.RequestId;
import dev.easel.web.api.ScopeFilter;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

/** Generations as resources. Source: seed 001 "Check generation status"; the rest is ours. */
@RequestScoped
@Path("generations")
@Produces(MediaType.APPLICATION_JSON)
public class GenerationResource {

  @Inject GenerationService generations;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Inject GenerationJson views;
  @Inject GenerationAnswers answers;

  @Context HttpServletRequest request;
  @Context HttpServletResponse headers;

  @GET
  @Needs(Scope.GALLERY_READ)
  public JsonObject list(@BeanParam ListParameters parameters) {
    Caller who = caller.get();
    GenerationQuery query = parameters.query();
    Page<GenerationDetails> page = generations.list(who, query);
    String base = links.base(request);
    JsonArrayBuilder items = WireJson.array();
    page.items().forEach(details -> items.add(views.printed(details, base, false)));
    return WireJson.object()
        .add("generations", items)
        .add("page", parameters.pageNumber())
        .addAll(ListJson.rest(page, query.limit()))
        .build();
  }

  @GET
  @Path("{id}")
  @Needs({Scope.GALLERY_READ, Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
  public Response get(@PathParam("id") String id, @Context Request conditional) {
    GenerationDetails found = generations.get(caller.get(), id);
    String base = links.base(request);
    JsonObject outline = views.whole(found, base, false);
    EntityTag tag = tag(found, outline);
    answers.tellLifecycle(found.generation(), base, headers);
    Response.ResponseBuilder unchanged = conditional.evaluatePreconditions(tag);
    if (unchanged != null) {
      return unchanged.tag(tag).build();
    }
    boolean inside = GenerationJson.wantsContent(found.generation());
    return Response.ok(inside ? views.whole(found, base, true) : outline).tag(tag).build();
  }

  /** Of all that is told and the images' checksums, so that no file is read to know it. */
  private static EntityTag tag(GenerationDetails found, JsonObject outline) {
    StringBuilder state = new StringBuilder(outline.toString());
    found.images().forEach(image -> state.append(image.sha256()));
    return new EntityTag(Sha256.hex(state.toString()).substring(0, 32), true);
  }

  /** 200 once it is cancelled, 202 while what runs is asked to stop. */
  @POST
  @Path("{id}/cancel")
  @Needs({Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS, Scope.GALLERY_WRITE})
  @CountsAs(RequestKind.READ)
  public Response cancel(@PathParam("id") String id) {
    GenerationDetails found = generations.cancel(caller.get(), id);
    String base = links.base(request);
    return found.generation().status().isFinal()
        ? Response.ok(views.printed(found, base, false)).build()
        : answers.accepted(found, base);
  }

  /** Makes the same order again, as a generation of its own. */
  @POST
  @Path("{id}/retry")
  @Needs({Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
  public Response retry(@PathParam("id") String id) {
    Caller who = caller.get();
    // The path tells one retry from another; there is no body.
    Idempotency idempotency = IdempotencyHeaders.read(request, "");
    Generation ended = generations.get(who, id).generation();
    boolean process = ended.operation().isProcess();
    ScopeFilter.judge(who, process ? Scope.IMAGES_PROCESS : Scope.IMAGES_GENERATE);
    Origin origin = origin(ended, IdempotencyHeaders.joinableHash(request, idempotency));
    Submission again = generations.retry(who, id, origin, idempotency);
    IdempotencyHeaders.tell(again, headers);
    return answers.accepted(generations.get(who, again.generation().id()), links.base(request));
  }

  private Origin origin(Generation ended, String hash) {
    return new Origin(
        Surface.V2,
        RequestId.of(request),
        hash,
        ended.metadata().orElse(null),
        ended.requested().orElse(null),
        ended.webhookUrl().orElse(null),
        ended.endUser().orElse(null));
  }
}
