package dev.easel.web.api.v1;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.asset.ImageId;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.AssetDesk;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.generation.Idempotency;
import dev.easel.service.generation.Submission;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.IdempotencyHeaders;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.RequestId;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/**
 * Files: images from the moment they are asked for. Nothing here waits for a render. Source: seed
 * 000 "Quick Start", "Response Format"; B1–B7, B10.
 */
@RequestScoped
@Path("file")
@Produces(MediaType.APPLICATION_JSON)
public class FileResource {

  @Inject GenerationService generations;
  @Inject CurrentCaller caller;
  @Inject ConfigReader configs;
  @Inject FileList files;
  @Inject FileJson views;
  @Inject Links links;
  @Inject AssetDesk assets;
  @Inject UploadJson uploads;

  /** Accepts a request durably and answers with one file for each image wanted. */
  @POST
  @Path("generate-image")
  @Needs(Scope.IMAGES_GENERATE)
  @Consumes(MediaType.APPLICATION_JSON)
  public List<JsonObject> generate(JsonInput sent, @Context HttpServletRequest request) {
    JsonInput body = JsonInput.required(sent);
    Caller who = caller.get();
    Idempotency idempotency = IdempotencyHeaders.read(request, body.hash());
    ConfigReader.Decoded wanted = configs.read(who, body);
    Origin origin =
        new Origin(
            Surface.V1,
            RequestId.of(request),
            IdempotencyHeaders.joinableHash(request, idempotency),
            null,
            wanted.requested(),
            null,
            null);
    Submission submission = generations.submit(who, wanted.request(), origin, idempotency);
    GenerationDetails accepted = generations.get(who, submission.generation().id());
    return views.all(accepted, links.base(request));
  }

  @GET
  @Needs(Scope.GALLERY_READ)
  public JsonObject list(
      @QueryParam("limit") String limit,
      @QueryParam("offset") String offset,
      @QueryParam("after") String after,
      @Context HttpServletRequest request) {
    return files.page(caller.get(), FileList.Window.of(limit, offset, after), links.base(request));
  }

  @GET
  @Path("{id}")
  @Needs({Scope.GALLERY_READ, Scope.IMAGES_GENERATE})
  public JsonObject get(@PathParam("id") String id, @Context HttpServletRequest request) {
    if (Asset.isId(id)) {
      return uploads.of(assets.get(caller.get(), id), links.base(request));
    }
    ImageId file = file(id);
    return views
        .one(generations.get(caller.get(), file), file.index(), links.base(request))
        .orElseThrow(() -> FailureException.notFound("file", id));
  }

  /**
   * Deletes a finished file. One that is not finished is cancelled, and with it the others of its
   * request, since they are made together.
   */
  @DELETE
  @Path("{id}")
  @Needs(Scope.GALLERY_WRITE)
  @CountsAs(RequestKind.READ)
  public void delete(@PathParam("id") String id) {
    if (Asset.isId(id)) {
      assets.delete(caller.get(), id);
      return;
    }
    ImageId file = file(id);
    Caller who = caller.get();
    GenerationDetails details = generations.get(who, file);
    if (details.images().stream().anyMatch(image -> image.index() == file.index())) {
      generations.deleteImage(who, id);
    } else if (!details.generation().status().isFinal()) {
      generations.cancel(who, file.generationId());
    } else {
      throw FailureException.notFound("file", id);
    }
  }

  private static ImageId file(String id) {
    return ImageId.parse(id).orElseThrow(() -> FailureException.notFound("file", id));
  }
}
