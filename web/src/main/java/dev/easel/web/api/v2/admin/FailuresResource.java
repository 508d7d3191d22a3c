package dev.easel.web.api.v2.admin;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.generation.Failure;
import dev.easel.service.generation.FailureDesk;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** What failed for reasons of the platform, and what operators order once more. */
@RequestScoped
@Path("admin/failures")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class FailuresResource {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final String KINDS = "model_unavailable, storage_failed, timed_out, render_failed";

  @Inject FailureDesk desk;
  @Inject CurrentCaller caller;

  @GET
  public JsonObject list(
      @QueryParam("kind") String kind,
      @QueryParam("tenant") String tenant,
      @QueryParam("model") String model,
      @QueryParam("node") String node,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    FailureQuery query =
        new FailureQuery(
            reader.choice("kind", kind, FailuresResource::kind, KINDS),
            reader.word("tenant", tenant),
            reader.word("model", model),
            reader.word("node", node),
            reader.after("cursor", cursor, TimeKey::parse));
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<Failure> page = desk.list(query, most);
    return ListJson.of("failures", page, most, FailureJson::of);
  }

  @POST
  @Path("{id}/requeue")
  public JsonObject requeue(@PathParam("id") String id) {
    FailureDesk.Requeued done = desk.requeue(caller.get(), id);
    return WireJson.object()
        .add("id", done.id())
        .add("requeued_as", done.as())
        .add("changed", done.changed())
        .build();
  }

  private static Optional<ErrorKind> kind(String word) {
    return FailureQuery.OURS.stream()
        .filter(kind -> FailureJson.wire(kind).equals(word))
        .findFirst();
  }
}
