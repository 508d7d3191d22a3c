package dev.easel.web.ui.shared;

import dev.easel.domain.gallery.GalleryCollection;
import dev.easel.domain.gallery.GalleryPlace;
import dev.easel.domain.gallery.GalleryShare;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.SharedGallery;
import dev.easel.service.limit.StrangerLimits;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/** A page for whoever has a link. */
@Controller
@RequestScoped
@Path("shared/{token}")
@Produces("text/html;charset=UTF-8")
public class SharedController {

  /** The cookie with what the password gave. */
  private static final String PASS = "easel-share";

  private static final int AT_ONCE = 40;

  @Inject SharedGallery gallery;
  @Inject StrangerLimits limits;
  @Inject ClientAddress addresses;
  @Inject Links links;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @PathParam("token")
  String token;

  @CookieParam(PASS)
  String pass;

  @GET
  public Response show(
      @QueryParam("after") String after, @HeaderParam("HX-Request") String partly) {
    limits.count(addresses.of(request));
    models.put("token", token);
    Optional<GalleryShare> share = opened();
    if (share.isEmpty()) {
      return Response.status(Response.Status.UNAUTHORIZED).entity("shared/locked.html").build();
    }
    Optional<GalleryPlace> place =
        Optional.ofNullable(after)
            .flatMap(text -> GalleryPlace.parse(GallerySort.CREATED_AT, text));
    put(share.get(), gallery.list(share.get(), place, AT_ONCE));
    return Response.ok(partly == null ? "shared/index.html" : "shared/more.html").build();
  }

  /** Tells the password; the browser keeps what it gives for this link alone. */
  @POST
  @Path("unlock")
  public Response unlock(@FormParam("password") String password) {
    limits.count(addresses.of(request));
    try {
      SharedGallery.Pass given =
          gallery.unlock(token, password == null ? "" : password, addresses.of(request));
      return Response.seeOther(uri.getBaseUriBuilder().path("shared").path(token).build())
          .cookie(cookie(given))
          .build();
    } catch (FailureException refused) {
      if (refused.code() != FailureCode.UNAUTHENTICATED) {
        throw refused;
      }
      models.put("token", token);
      models.put("refusal", true);
      return Response.status(Response.Status.UNAUTHORIZED).entity("shared/locked.html").build();
    }
  }

  private Optional<GalleryShare> opened() {
    try {
      return Optional.of(gallery.open(token, pass));
    } catch (FailureException refused) {
      if (refused.code() != FailureCode.UNAUTHENTICATED) {
        throw refused;
      }
      return Optional.empty();
    }
  }

  private void put(GalleryShare share, Page<GalleryEntry> page) {
    Instant until = share.expiresAt().orElse(Instant.MAX);
    String base = request.getContextPath();
    List<Shown> shown =
        page.items().stream()
            .map(
                entry ->
                    new Shown(
                        entry,
                        share.allowsDownload()
                            ? links.image(base, entry.image(), until)
                            : links.thumbnail(base, entry.image(), until),
                        links.thumbnail(base, entry.image(), until)))
            .toList();
    models.put("share", share);
    models.put("pass", pass);
    models.put("shown", shown);
    Optional<GalleryCollection> collection = gallery.collection(share);
    models.put("collection", collection.orElse(null));
    models.put("name", name(collection, shown));
    models.put(
        "preview",
        shown.stream()
            .findFirst()
            .map(first -> links.thumbnail(links.base(request), first.entry().image(), until))
            .orElse(null));
    models.put("next", page.next().orElse(null));
  }

  private static String name(Optional<GalleryCollection> collection, List<Shown> shown) {
    return collection
        .map(GalleryCollection::name)
        .or(() -> shown.stream().findFirst().map(Shown::title))
        .orElse("");
  }

  private NewCookie cookie(SharedGallery.Pass given) {
    return new NewCookie.Builder(PASS)
        .value(given.text())
        .path(uri.getBaseUri().getPath() + "shared/" + token)
        .expiry(Date.from(given.expires()))
        .httpOnly(true)
        .secure(links.base(request).startsWith("https:"))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /**
   * An image as strangers see it.
   *
   * @param address of the largest they may have
   */
  public record Shown(GalleryEntry entry, String address, String thumbnail) {

    /** Its title; what was asked for is told only where that is shared. */
    public String title() {
      return entry.item().title();
    }
  }
}
