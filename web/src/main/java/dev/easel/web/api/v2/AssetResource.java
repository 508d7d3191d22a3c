package dev.easel.web.api.v2;

import dev.easel.domain.asset.Asset;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.asset.AssetDesk;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.FormPart;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.LargeBody;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
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
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Pictures to work on, kept once for each content. Sending one again makes nothing new, so that it
 * needs no idempotency key. Source: C13.
 */
@RequestScoped
@Path("assets")
@Produces(MediaType.APPLICATION_JSON)
public class AssetResource {

  private static final Pattern ID = Pattern.compile("ast_[0-9a-f]{24}");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-fA-F]{64}");
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;

  /** As clients name the only file of a form. */
  private static final String[] FILE_NAMES = {"file", "image", "payload", "asset", "data"};

  @Inject AssetDesk desk;
  @Inject AssetJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  @POST
  @Needs({Scope.IMAGES_PROCESS, Scope.IMAGES_GENERATE})
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(FormInput form) {
    try (form) {
      FormPart file = form.file(FILE_NAMES);
      String name = form.text("name").orElse(file.fileName());
      return answer(desk.upload(caller.get(), "file", file.content(), name));
    }
  }

  /** {@code data} is a data URL or base64; {@code url} is any reference. */
  @POST
  @Needs({Scope.IMAGES_PROCESS, Scope.IMAGES_GENERATE})
  @Consumes(MediaType.APPLICATION_JSON)
  public Response take(@LargeBody JsonInput sent) {
    JsonInput body = JsonInput.required(sent);
    String data = body.text("data");
    String url = body.text("url");
    String name = body.text("name", 200);
    if ((data == null) == (url == null)) {
      body.violate("data", "or url is required, and not both");
    }
    body.check();
    Caller who = caller.get();
    return answer(
        data == null ? desk.take(who, "url", url) : desk.uploadText(who, "data", data, name));
  }

  @GET
  @Needs({Scope.GALLERY_READ, Scope.IMAGES_PROCESS, Scope.IMAGES_GENERATE})
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, ID);
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<Asset> page = desk.list(caller.get(), after, size);
    String base = links.base(request);
    return ListJson.of("assets", page, size, asset -> views.of(asset, base));
  }

  /**
   * By id or by the SHA-256 of the file. {@code HEAD} on the hash tells whether it has to be sent.
   */
  @GET
  @Path("{id}")
  @Needs({Scope.GALLERY_READ, Scope.IMAGES_PROCESS, Scope.IMAGES_GENERATE})
  public Response get(@PathParam("id") String id) {
    Asset asset = find(id);
    return Response.ok(views.of(asset, links.base(request)).build())
        .header("X-Asset-Id", asset.id())
        .tag(new EntityTag(asset.sha256(), true))
        .build();
  }

  @DELETE
  @Path("{id}")
  @Needs(Scope.GALLERY_WRITE)
  @CountsAs(RequestKind.READ)
  public void delete(@PathParam("id") String id) {
    desk.delete(caller.get(), find(id).id());
  }

  private Asset find(String id) {
    if (SHA256.matcher(id).matches()) {
      return desk.ofContent(caller.get(), id.toLowerCase(Locale.ROOT));
    }
    if (!ID.matcher(id).matches()) {
      throw FailureException.notFound("asset", id);
    }
    return desk.get(caller.get(), id);
  }

  /** 201 for new content, 200 for what was there. */
  private Response answer(AssetDesk.Uploaded uploaded) {
    Asset asset = uploaded.asset();
    String base = links.base(request);
    return Response.status(uploaded.isNew() ? 201 : 200)
        .location(URI.create(base + "/api/v2/assets/" + asset.id()))
        .entity(views.of(asset, base).build())
        .build();
  }
}
