package dev.easel.web.api.v2.gallery;

import dev.easel.domain.gallery.GalleryFilter;
import dev.easel.domain.gallery.GalleryQuery;
import dev.easel.domain.gallery.GallerySort;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.gallery.CollectionDesk;
import dev.easel.service.gallery.CollectionView;
import dev.easel.service.gallery.GalleryDesk;
import dev.easel.service.gallery.Paging;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** Many images as one file, written while it is read. */
@RequestScoped
@Path("gallery/zip")
@Needs(Scope.GALLERY_READ)
public class ZipResource {

  private static final int AT_ONCE = 100;

  @Inject GalleryDesk desk;
  @Inject CollectionDesk shelves;
  @Inject Downloads downloads;
  @Inject CurrentCaller caller;

  /** Items by their ids; all of them are the caller's, or there is no file. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response items(JsonInput sent) {
    Caller who = caller.get();
    List<String> ids = CollectionBody.items(sent);
    ids.forEach(id -> desk.get(who, id));
    return downloads.zip(ids.stream().map(id -> desk.download(who, id)).iterator(), "images.zip");
  }

  /** What is in a collection and not in the trash. */
  @GET
  @Path("{collection}")
  public Response collection(@PathParam("collection") String name) {
    Caller who = caller.get();
    CollectionView found = shelves.get(who, name);
    GalleryFilter filter =
        new GalleryFilter.Wish()
            .in(found.collection().id())
            .of(who.tenantId(), who.userId(), false);
    Paging all =
        new Paging(
            after ->
                desk.list(
                    who,
                    new GalleryQuery(filter, GallerySort.CREATED_AT, true, after, 0, AT_ONCE)));
    return downloads.zip(
        Downloads.each(all, entry -> desk.taken(who, entry.item().id())),
        found.collection().slug() + ".zip");
  }
}
