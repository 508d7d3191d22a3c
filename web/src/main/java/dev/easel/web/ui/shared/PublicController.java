package dev.easel.web.ui.shared;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.gallery.Terms;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.PublicGallery;
import dev.easel.service.limit.StrangerLimits;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What members made public, for everybody; no page at all where the operator does not want it. */
@Controller
@RequestScoped
@Path("public")
@Produces("text/html;charset=UTF-8")
public class PublicController {

  private static final int AT_ONCE = 40;
  private static final int MOST_WORDS = 10;

  /** Who shows a preview fetches it now, and again when it is looked at. */
  private static final Duration PREVIEWED = Duration.ofDays(30);

  @Inject PublicGallery gallery;
  @Inject StrangerLimits limits;
  @Inject ClientAddress addresses;
  @Inject Links links;
  @Inject Models models;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  @GET
  public String list(
      @QueryParam("q") String words,
      @QueryParam("sort") String sort,
      @QueryParam("after") String after,
      @HeaderParam("HX-Request") String partly) {
    limits.count(addresses.of(request));
    String sought = words == null ? "" : words.strip();
    GallerySort by = "likes".equals(sort) ? GallerySort.LIKES : GallerySort.CREATED_AT;
    Page<GalleryEntry> page = gallery.list(query(sought, by, after));
    List<Seen> seen = page.items().stream().map(this::seen).toList();
    models.put("words", sought);
    models.put("sort", by.wire());
    models.put("seen", seen);
    models.put("next", page.next().orElse(null));
    models.put("preview", page.items().stream().findFirst().map(this::preview).orElse(null));
    return partly == null ? "shared/public.html" : "shared/public-more.html";
  }

  private static GalleryQuery query(String sought, GallerySort by, String after) {
    String some = Terms.words(sought).stream().limit(MOST_WORDS).collect(Collectors.joining(" "));
    return new GalleryQuery(
        new GalleryFilter.Wish().text(some).ofEverybody(),
        by,
        true,
        Optional.ofNullable(after).flatMap(text -> GalleryPlace.parse(by, text)),
        0,
        AT_ONCE);
  }

  /** Counts as a view, once for each network and day. */
  @GET
  @Path("{id: gallery_item_[0-9a-z_]{1,50}}")
  public String show(@PathParam("id") String id) {
    limits.count(addresses.of(request));
    GalleryEntry entry = gallery.view(id, addresses.of(request));
    models.put("one", seen(entry));
    models.put("preview", preview(entry));
    return "shared/public-item.html";
  }

  private Seen seen(GalleryEntry entry) {
    String base = request.getContextPath();
    return new Seen(entry, links.image(base, entry.image()), links.thumbnail(base, entry.image()));
  }

  private String preview(GalleryEntry entry) {
    Instant until = clock.instant().plus(PREVIEWED);
    return links.thumbnail(links.base(request), entry.image(), until);
  }

  /**
   * An image everybody may see.
   *
   * @param address of the whole image
   */
  public record Seen(GalleryEntry entry, String address, String thumbnail) {

    public String id() {
      return entry.item().id();
    }

    public String caption() {
      return entry.caption();
    }
  }
}
