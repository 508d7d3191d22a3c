package dev.easel.web.ui.gallery;

import dev.easel.domain.gallery.GalleryRepository.MonthCount;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.StoredText;
import dev.easel.service.gallery.BulkAction;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.GalleryBulk;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.service.gallery.MeaningSearch.Near;
import dev.easel.service.gallery.Meanings;
import dev.easel.web.ui.session.Visit;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The tenant's images, page after page as one scrolls, and what is done with many at once. */
@Controller
@RequestScoped
@Path("gallery")
@Produces("text/html;charset=UTF-8")
public class GalleryController {

  private static final int MOST_AT_ONCE = 200;
  private static final int MOST_COLLECTIONS = 100;
  private static final int MOST_TAGS = 40;
  private static final int LONGEST_TEXT = 500;

  @Inject GalleryDesk gallery;
  @Inject GalleryBulk bulk;
  @Inject Meanings meanings;
  @Inject MeaningSearch nearness;
  @Inject CollectionDesk collections;
  @Inject Tiles tiles;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;
  @Context UriInfo uri;

  @GET
  public String show(@BeanParam GalleryView view, @HeaderParam("HX-Request") String partly) {
    visit.require(Scope.GALLERY_READ);
    boolean byMeaning = view.isByMeaning() && meanings.areMade();
    models.put("stillRead", false);
    Page<GalleryEntry> page =
        byMeaning ? near(view) : gallery.list(visit.caller(), view.query(visit.caller()));
    models.put("tiles", tiles.of(page.items(), request));
    models.put(
        "next",
        page.next()
            .map(place -> view.next(uri.getBaseUriBuilder().path("gallery"), place))
            .orElse(null));
    models.put("view", view);
    models.put("knowsMeanings", meanings.areMade());
    if (partly != null) {
      return "gallery/more.html";
    }
    models.put("tags", gallery.tags(visit.caller()).stream().limit(MOST_TAGS).toList());
    models.put("months", gallery.months(visit.caller()).stream().map(Month::of).toList());
    models.put(
        "collections",
        collections.list(visit.caller(), Optional.empty(), MOST_COLLECTIONS).items());
    return "gallery/index.html";
  }

  private Page<GalleryEntry> near(GalleryView view) {
    Caller caller = visit.caller();
    String text = StoredText.fitting(view.words(), LONGEST_TEXT);
    MeaningSearch.Result found =
        nearness.search(caller, view.anything(caller), text, view.skipped(), GalleryView.AT_ONCE);
    models.put("stillRead", !found.all());
    return new Page<>(
        found.items().stream().map(Near::entry).toList(), found.next().map(String::valueOf));
  }

  /**
   * Does one thing with all chosen.
   *
   * @param ids of items
   * @param action a word of {@link BulkAction}
   * @param word tags with commas between, or the id of a collection
   */
  @POST
  @Path("bulk")
  public Response bulk(
      @FormParam("item") List<String> ids,
      @FormParam("action") String action,
      @FormParam("tags") String tags,
      @FormParam("collection") String collection) {
    visit.require(Scope.GALLERY_WRITE);
    BulkAction wanted =
        BulkAction.parse(action == null ? "" : action)
            .orElseThrow(() -> FailureException.invalid("action", "is none"));
    List<String> chosen = ids == null ? List.of() : ids;
    if (chosen.size() > MOST_AT_ONCE) {
      throw FailureException.invalid("item", "must be at most " + MOST_AT_ONCE);
    }
    bulk.run(
        visit.caller(),
        new GalleryBulk.Order(wanted, words(tags), collection == null ? "" : collection),
        chosen);
    boolean inTrash = wanted == BulkAction.RESTORE || wanted == BulkAction.DELETE;
    var page = uri.getBaseUriBuilder().path("gallery");
    return Response.seeOther((inTrash ? page.queryParam("show", "trash") : page).build()).build();
  }

  static List<String> words(String list) {
    return list == null
        ? List.of()
        : Arrays.stream(list.split(",")).map(String::strip).filter(t -> !t.isEmpty()).toList();
  }

  /**
   * A month there are images of.
   *
   * @param word {@code 2026-11}
   */
  public record Month(String word, long items) {

    static Month of(MonthCount count) {
      return new Month(
          "%04d-%02d".formatted(count.month() / 100, count.month() % 100), count.items());
    }
  }
}
