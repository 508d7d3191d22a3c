package dev.easel.web.api.v2.gallery;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.service.gallery.BulkAction;
import dev.easel.service.gallery.GalleryBulk;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The same done with many items. */
@RequestScoped
@Path("gallery/bulk")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.GALLERY_WRITE)
public class GalleryBulkResource {

  private static final int MOST = 500;
  private static final String ACTIONS =
      Arrays.stream(BulkAction.values()).map(BulkAction::wire).collect(Collectors.joining(", "));

  @Inject GalleryBulk bulk;
  @Inject CurrentCaller caller;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.WORK)
  public JsonObject run(JsonInput sent) {
    JsonInput body = JsonInput.required(sent);
    body.refuseStrangers(Set.of("action", "item_ids", "tags", "collection"));
    List<String> ids = body.texts("item_ids");
    if (ids.isEmpty() || ids.size() > MOST) {
      body.violate("item_ids", "must be 1 to " + MOST + " ids of items");
    }
    GalleryBulk.Outcome outcome = bulk.run(caller.get(), order(body), ids);
    return WireJson.object()
        .add("done", WireJson.array(outcome.done()))
        .add("not_found", WireJson.array(outcome.missing()))
        .build();
  }

  private static GalleryBulk.Order order(JsonInput body) {
    Optional<BulkAction> action =
        Optional.ofNullable(body.text("action")).flatMap(BulkAction::parse);
    List<String> tags = body.texts("tags");
    String collection = body.text("collection");
    if (action.isEmpty()) {
      body.violate("action", "must be one of: " + ACTIONS);
    }
    if (action.filter(BulkAction::needsTags).isPresent() && tags.isEmpty()) {
      body.violate("tags", "are required");
    }
    if (action.filter(BulkAction::needsCollection).isPresent() && collection == null) {
      body.violate("collection", "is required");
    }
    body.check();
    return new GalleryBulk.Order(action.orElseThrow(), tags, collection);
  }
}
