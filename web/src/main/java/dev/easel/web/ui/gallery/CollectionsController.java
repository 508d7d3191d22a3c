package dev.easel.web.ui.gallery;

import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.CollectionView;
import dev.easel.service.gallery.CollectionWish;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.ShareDesk;
import dev.easel.web.api.Links;
import dev.easel.web.ui.session.Visit;
import dev.easel.web.ui.shared.ShareForm;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Images that belong together. */
@Controller
@RequestScoped
@Path("collections")
@Produces("text/html;charset=UTF-8")
public class CollectionsController {

  private static final int AT_ONCE = 60;

  @Inject CollectionDesk collections;
  @Inject GalleryDesk gallery;
  @Inject ShareDesk shares;
  @Inject Tiles tiles;
  @Inject Links links;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Clock clock;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String list(@QueryParam("after") String after) {
    visit.require(Scope.GALLERY_READ);
    Page<CollectionView> page =
        collections.list(visit.caller(), Optional.ofNullable(after), AT_ONCE);
    models.put("collections", page.items().stream().map(this::cover).toList());
    models.put("next", page.next().orElse(null));
    return "gallery/collections.html";
  }

  @POST
  public Response create(@FormParam("name") String name) {
    visit.require(Scope.GALLERY_WRITE);
    CollectionView made =
        collections.create(
            visit.caller(),
            new CollectionWish(
                Optional.of(named(name)), Optional.empty(), Optional.empty(), Optional.empty()));
    return to(made.collection().slug());
  }

  @GET
  @Path("{name}")
  public String show(
      @PathParam("name") String name,
      @BeanParam GalleryView view,
      @HeaderParam("HX-Request") String partly) {
    visit.require(Scope.GALLERY_READ);
    put(collections.get(visit.caller(), name), view);
    return partly == null ? "gallery/collection.html" : "gallery/more.html";
  }

  @POST
  @Path("{name}")
  public Response change(
      @PathParam("name") String name,
      @FormParam("title") String title,
      @FormParam("description") String description,
      @FormParam("open") String open) {
    visit.require(Scope.GALLERY_WRITE);
    String about = description == null ? "" : description.strip();
    if (about.length() > GalleryCollection.LONGEST_DESCRIPTION) {
      throw FailureException.invalid(
          "description",
          "must be at most " + GalleryCollection.LONGEST_DESCRIPTION + " characters");
    }
    collections.change(
        visit.caller(),
        name,
        new CollectionWish(
            Optional.of(named(title)),
            Optional.of(about),
            Optional.of(open != null),
            Optional.empty()));
    return to(name);
  }

  /** Its images stay in the gallery. */
  @POST
  @Path("{name}/delete")
  public Response delete(@PathParam("name") String name) {
    visit.require(Scope.GALLERY_WRITE);
    collections.remove(visit.caller(), name);
    return Response.seeOther(uri.getBaseUriBuilder().path("collections").build()).build();
  }

  @POST
  @Path("{name}/take")
  public Response take(@PathParam("name") String name, @FormParam("item") List<String> ids) {
    visit.require(Scope.GALLERY_WRITE);
    collections.take(visit.caller(), name, ids == null ? List.of() : ids);
    return to(name);
  }

  @POST
  @Path("{name}/share")
  public String share(@PathParam("name") String name, @BeanParam ShareForm form) {
    visit.require(Scope.GALLERY_WRITE);
    GalleryShare made = shares.collection(visit.caller(), name, form.wish(clock.instant()));
    models.put("link", links.base(request) + "/app/shared/" + made.token());
    put(collections.get(visit.caller(), name), new GalleryView());
    return "gallery/collection.html";
  }

  private void put(CollectionView shown, GalleryView view) {
    GalleryCollection collection = shown.collection();
    Page<GalleryEntry> page =
        gallery.list(visit.caller(), view.query(visit.caller(), collection.id()));
    models.put("collection", collection);
    models.put("size", shown.items());
    models.put("tiles", tiles.of(page.items(), request));
    models.put("view", view);
    models.put(
        "next",
        page.next()
            .map(
                place ->
                    view.next(
                        uri.getBaseUriBuilder().path("collections").path(collection.slug()), place))
            .orElse(null));
  }

  private Cover cover(CollectionView view) {
    return new Cover(
        view.collection(),
        view.items(),
        view.cover().map(image -> links.thumbnail(request.getContextPath(), image)).orElse(null));
  }

  private Response to(String name) {
    return Response.seeOther(uri.getBaseUriBuilder().path("collections").path(name).build())
        .build();
  }

  private static String named(String sent) {
    String name = sent == null ? "" : sent.strip();
    if (name.isEmpty() || name.length() > GalleryCollection.LONGEST_NAME) {
      throw FailureException.invalid(
          "name", "must be 1 to " + GalleryCollection.LONGEST_NAME + " characters");
    }
    return name;
  }

  /**
   * A collection as the list shows it.
   *
   * @param thumbnail null if nothing is in it
   */
  public record Cover(GalleryCollection collection, long items, String thumbnail) {}
}
