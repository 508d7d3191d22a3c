package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Page;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.MeaningSearch;
import dev.easel.service.gallery.MeaningSearch.Near;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Links;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.function.Function;

/** The tenant's gallery as lists. Source: seed 001 "Gallery Management", C18. */
@RequestScoped
@Path("gallery")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_READ)
public class GalleryResource {

  @Inject GalleryDesk desk;
  @Inject MeaningSearch meanings;
  @Inject CollectionDesk shelves;
  @Inject GalleryJson views;
  @Inject CurrentCaller caller;
  @Inject Links links;
  @Context HttpServletRequest request;

  @GET
  public JsonObject list(@BeanParam GalleryParameters parameters) {
    return list(parameters, false);
  }

  /** What was deleted and can be brought back. */
  @GET
  @Path("trash")
  public JsonObject trash(@BeanParam GalleryParameters parameters) {
    return list(parameters, true);
  }

  /** How many there are of each month. */
  @GET
  @Path("months")
  public JsonObject months() {
    return WireJson.object()
        .add(
            "months",
            WireJson.array(
                desk.months(caller.get()),
                month ->
                    WireJson.object()
                        .add("month", written(month.month()))
                        .add("items", month.items())))
        .build();
  }

  @GET
  @Path("tags")
  public JsonObject tags() {
    return WireJson.object()
        .add(
            "tags",
            WireJson.array(
                desk.tags(caller.get()),
                tag -> WireJson.object().add("tag", tag.tag()).add("items", tag.items())))
        .build();
  }

  private JsonObject list(GalleryParameters parameters, boolean trashed) {
    Caller who = caller.get();
    Optional<String> collection =
        parameters.collection().map(name -> shelves.get(who, name).collection().id());
    Function<GalleryFilter.Wish, GalleryFilter> filter =
        wish -> {
          collection.ifPresent(wish::in);
          return wish.of(who.tenantId(), who.userId(), trashed);
        };
    return parameters.byMeaning()
        ? near(parameters, parameters.meaning(filter))
        : list(parameters, parameters.query(filter));
  }

  private JsonObject list(GalleryParameters parameters, GalleryQuery query) {
    Caller who = caller.get();
    Page<GalleryEntry> page = desk.list(who, query);
    long total = desk.count(who, query.filter());
    String base = links.base(request);
    JsonObjectBuilder list =
        WireJson.object()
            .add("total_items", total)
            .add("total_is_minimum", total == GalleryDesk.COUNTED)
            .add("page", parameters.pageNumber())
            .add("items", WireJson.array(page.items(), entry -> views.own(entry, base)))
            .addAll(ListJson.rest(page, query.limit()));
    return WireJson.object().add("gallery", list).build();
  }

  private JsonObject near(GalleryParameters parameters, GalleryParameters.MeaningQuery query) {
    MeaningSearch.Result found =
        meanings.search(caller.get(), query.filter(), query.text(), query.skip(), query.limit());
    String base = links.base(request);
    Page<Near> page = new Page<>(found.items(), found.next().map(String::valueOf));
    JsonObjectBuilder list =
        WireJson.object()
            .add("total_items", found.total())
            .add("total_is_minimum", found.total() == MeaningSearch.MOST)
            .add("is_complete", found.all())
            .add("page", parameters.pageNumber())
            .add("items", WireJson.array(page.items(), near -> views.near(near, base)))
            .addAll(ListJson.rest(page, query.limit()));
    return WireJson.object().add("gallery", list).build();
  }

  /** {@code 2026-11}. */
  private static String written(int month) {
    return String.format("%04d-%02d", month / 100, month % 100);
  }
}
