package dev.easel.web.ui.gallery;

import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryItem;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.Origin;
import dev.easel.domain.generation.Surface;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.CollectionView;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.GalleryRemoval;
import dev.easel.service.gallery.ItemWish;
import dev.easel.service.gallery.Lineage;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.service.gallery.Meanings;
import dev.easel.service.gallery.ShareDesk;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.Links;
import dev.easel.web.api.RequestId;
import dev.easel.web.ui.session.Once;
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
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** One image: what it shows, where it is filed, and what is done with it. */
@Controller
@RequestScoped
@Path("gallery/{id: gallery_item_[0-9a-z_]{1,50}}")
@Produces("text/html;charset=UTF-8")
public class ItemController {

  private static final Logger LOG = Logger.getLogger(ItemController.class.getName());
  private static final int MOST_COLLECTIONS = 100;
  private static final int MOST_SIMILAR = 12;

  @Inject GalleryDesk gallery;
  @Inject CollectionDesk collections;
  @Inject GalleryRemoval removal;
  @Inject Meanings meanings;
  @Inject MeaningSearch nearness;
  @Inject GenerationService generations;
  @Inject Lineage lineage;
  @Inject ShareDesk shares;
  @Inject Tiles tiles;
  @Inject Links links;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Clock clock;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @PathParam("id")
  String id;

  @GET
  public String show() {
    visit.require(Scope.GALLERY_READ);
    put(gallery.view(visit.caller(), id));
    return "gallery/item.html";
  }

  /** The file itself; counts as a download. */
  @GET
  @Path("file")
  public Response file() {
    visit.require(Scope.GALLERY_READ);
    Tile tile = tiles.of(gallery.download(visit.caller(), id), request);
    return Response.seeOther(URI.create(tile.address())).build();
  }

  @POST
  public Response change(
      @FormParam("title") String title,
      @FormParam("description") String description,
      @FormParam("tags") String tags,
      @FormParam("open") String open,
      @FormParam("in") List<String> in) {
    visit.require(Scope.GALLERY_WRITE);
    gallery.change(
        visit.caller(),
        id,
        new ItemWish(
            Optional.of(fitting("title", title, GalleryItem.LONGEST_TITLE)),
            Optional.of(fitting("description", description, GalleryItem.LONGEST_DESCRIPTION)),
            Optional.of(GalleryController.words(tags)),
            Optional.of(open != null),
            Optional.of(in == null ? List.of() : in)));
    return back();
  }

  @POST
  @Path("like")
  public Response like() {
    visit.require(Scope.GALLERY_READ);
    gallery.like(visit.caller(), id);
    return back();
  }

  @POST
  @Path("unlike")
  public Response unlike() {
    visit.require(Scope.GALLERY_READ);
    gallery.unlike(visit.caller(), id);
    return back();
  }

  @POST
  @Path("trash")
  public Response trash() {
    visit.require(Scope.GALLERY_WRITE);
    gallery.trash(visit.caller(), id);
    return Response.seeOther(uri.getBaseUriBuilder().path("gallery").build()).build();
  }

  @POST
  @Path("restore")
  public Response restore() {
    visit.require(Scope.GALLERY_WRITE);
    gallery.restore(visit.caller(), id);
    return back();
  }

  @POST
  @Path("delete")
  public Response delete() {
    visit.require(Scope.GALLERY_WRITE);
    removal.remove(visit.caller(), id);
    return Response.seeOther(
            uri.getBaseUriBuilder().path("gallery").queryParam("show", "trash").build())
        .build();
  }

  /** Orders a process on the image; its result is a picture of its own. */
  @POST
  @Path("process")
  @CountsAs(RequestKind.WORK)
  public Response process(@FormParam("what") String what, @FormParam(Once.FIELD) String once) {
    visit.require(Scope.IMAGES_PROCESS);
    GalleryEntry entry = gallery.get(visit.caller(), id);
    Origin origin = new Origin(Surface.UI, RequestId.of(request), null, null, null, null, null);
    Generation accepted =
        generations
            .submit(
                visit.caller(),
                Processing.of(what).request(entry.image().id()),
                origin,
                Once.of(once, List.of(id, Processing.of(what).word())))
            .generation();
    return Response.seeOther(
            uri.getBaseUriBuilder().path("generations").path(accepted.id()).build())
        .build();
  }

  @POST
  @Path("share")
  public String share(@BeanParam ShareForm form) {
    visit.require(Scope.GALLERY_WRITE);
    GalleryShare made = shares.item(visit.caller(), id, form.wish(clock.instant()));
    models.put("link", links.base(request) + "/app/shared/" + made.token());
    put(gallery.get(visit.caller(), id));
    return "gallery/item.html";
  }

  private void put(GalleryEntry entry) {
    models.put("tile", tiles.of(entry, request));
    models.put("entry", entry);
    models.put("item", entry.item());
    models.put("generation", entry.generation());
    Lineage.Family family = lineage.of(visit.caller(), entry.image().id());
    models.put("ancestors", made(family.ancestors()));
    models.put("descendants", made(family.descendants()));
    models.put("similar", similar(entry));
    models.put("processes", Processing.values());
    models.put("collections", offered(entry));
    models.put("within", entry.collections().stream().map(GalleryCollection::id).toList());
  }

  /** None where meanings cannot be told: the page is about the image. */
  private List<Tile> similar(GalleryEntry entry) {
    if (!meanings.areMade() || entry.item().isTrashed()) {
      return List.of();
    }
    try {
      return nearness.similar(visit.caller(), id, MOST_SIMILAR).stream()
          .map(near -> tiles.of(near.entry(), request))
          .toList();
    } catch (FailureException e) {
      LOG.log(Level.FINE, e, () -> "Nothing similar is shown");
      return List.of();
    }
  }

  /** Those it is in, and the newest: one that is not shown could not stay chosen. */
  private List<GalleryCollection> offered(GalleryEntry entry) {
    Map<String, GalleryCollection> offered = new LinkedHashMap<>();
    entry.collections().forEach(one -> offered.put(one.id(), one));
    collections.list(visit.caller(), Optional.empty(), MOST_COLLECTIONS).items().stream()
        .map(CollectionView::collection)
        .forEach(one -> offered.putIfAbsent(one.id(), one));
    return List.copyOf(offered.values());
  }

  /** Each generation once, however many images it has. */
  private static List<Generation> made(List<Lineage.Relative> family) {
    Map<String, Generation> made = new LinkedHashMap<>();
    family.forEach(one -> made.putIfAbsent(one.generation().id(), one.generation()));
    return List.copyOf(made.values());
  }

  private Response back() {
    return Response.seeOther(uri.getBaseUriBuilder().path("gallery").path(id).build()).build();
  }

  private static String fitting(String field, String sent, int longest) {
    String text = sent == null ? "" : sent.strip();
    if (text.length() > longest) {
      throw FailureException.invalid(field, "must be at most " + longest + " characters");
    }
    return text;
  }
}
