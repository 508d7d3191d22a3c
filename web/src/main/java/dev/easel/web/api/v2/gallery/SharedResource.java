package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.Paging;
import dev.easel.service.gallery.SharedGallery;
import dev.easel.service.limit.StrangerLimits;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Open;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is shared with strangers, by the token of the address; no key is asked for. */
@RequestScoped
@Path("shared/{token}")
@Produces(MediaType.APPLICATION_JSON)
public class SharedResource {

  private static final Pattern PLACE = Pattern.compile(".{1,400}", Pattern.DOTALL);
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 100;
  private static final int LONGEST_PASSWORD = 200;

  @Inject SharedGallery gallery;
  @Inject StrangerLimits limits;
  @Inject ClientAddress addresses;
  @Inject GalleryJson views;
  @Inject Downloads downloads;
  @Inject Links links;
  @Context HttpServletRequest request;

  @PathParam("token")
  String token;

  /** What {@link #unlock} gave, where there is a password. */
  @QueryParam("access")
  String pass;

  /** Gives access for some hours to who knows the password. */
  @POST
  @Open
  @Path("unlock")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response unlock(JsonInput sent) {
    limits.count(address());
    JsonInput body = JsonInput.required(sent);
    String password = body.text("password", LONGEST_PASSWORD);
    if (password == null) {
      body.violate("password", "is required");
    }
    body.check();
    SharedGallery.Pass given = gallery.unlock(token, password, address());
    JsonObject answer =
        WireJson.object()
            .add("access", given.text())
            .add("expires_at", WireJson.time(given.expires()))
            .build();
    return Response.ok(answer).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  @GET
  @Open
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    limits.count(address());
    GalleryShare share = gallery.open(token, pass);
    QueryReader reader = new QueryReader();
    Optional<GalleryPlace> after =
        reader
            .after("cursor", cursor, PLACE)
            .flatMap(text -> GalleryPlace.parse(GallerySort.CREATED_AT, text));
    if (reader.has(cursor) && after.isEmpty()) {
      reader.violate("cursor", "is not a cursor of this list");
    }
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<GalleryEntry> page = gallery.list(share, after, size);
    String base = links.base(request);
    return about(share)
        .add("items", WireJson.array(page.items(), entry -> views.shared(entry, share, base)))
        .addAll(ListJson.rest(page, size))
        .build();
  }

  /** Counts as a view, once for each network and day. */
  @GET
  @Open
  @Path("items/{item}")
  public JsonObject get(@PathParam("item") String item) {
    limits.count(address());
    GalleryShare share = gallery.open(token, pass);
    GalleryEntry entry = gallery.view(share, item, address());
    return WireJson.object().add("item", views.shared(entry, share, links.base(request))).build();
  }

  @GET
  @Open
  @Path("items/{item}/download")
  public Response download(@PathParam("item") String item) {
    limits.count(address());
    GalleryShare share = gallery.openForDownload(token, pass);
    return downloads.of(gallery.download(share, item, address()), request);
  }

  /** All of it as one file. */
  @GET
  @Open
  @Path("zip")
  public Response zip() {
    limits.count(address());
    GalleryShare share = gallery.openForDownload(token, pass);
    Paging all = new Paging(after -> gallery.list(share, after, MOST_LIMIT));
    String taker = address();
    return downloads.zip(
        Downloads.each(all, entry -> gallery.taken(share, entry.item().id(), taker)),
        "shared-images.zip");
  }

  private JsonObjectBuilder about(GalleryShare share) {
    Optional<GalleryCollection> collection = gallery.collection(share);
    return WireJson.object()
        .add("name", WireJson.text(collection.map(GalleryCollection::name)))
        .add("description", WireJson.text(collection.map(GalleryCollection::description)))
        .add("expires_at", WireJson.time(share.expiresAt()))
        .add("allow_download", share.allowsDownload())
        .add("show_metadata", share.showsMetadata());
  }

  private String address() {
    return addresses.of(request);
  }
}
