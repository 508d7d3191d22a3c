package dev.easel.web.api.v2.admin;

import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.generation.GenerationStatus;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.TimeKey;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.dispatch.QueueDesk;
import dev.easel.service.dispatch.QueueItem;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;

/** What waits and runs, and what operators do about it: pause, resume, reorder, cancel. */
@RequestScoped
@Path("admin/queue")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class QueueResource {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final int LAST_PLACE = 1000;

  @Inject QueueDesk desk;
  @Inject CatalogService catalog;
  @Inject CurrentCaller caller;

  @GET
  public JsonObject list(
      @QueryParam("tenant") String tenant,
      @QueryParam("model") String model,
      @QueryParam("lane") String lane,
      @QueryParam("line") String line,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    QueueQuery query =
        new QueueQuery(
            reader.word("tenant", tenant),
            reader.word("model", model).map(name -> model(name).orElse(name)),
            reader.choice("lane", lane, QueueResource::lane, "interactive, batch"),
            reader.choice(
                "line", line, QueueResource::line, "node, tenant, engine, retry, running"),
            reader.after("cursor", cursor, TimeKey::parse));
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<QueueItem> page = desk.list(query, most);
    return ListJson.of("queue", page, most, QueueJson::of);
  }

  @GET
  @Path("summary")
  public JsonObject summary() {
    return QueueJson.of(desk.tally(), desk.halts()).build();
  }

  @POST
  @Path("pause")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject pause(JsonInput sent) {
    PauseBody body = new PauseBody(sent, this::model);
    return halts(desk.pause(caller.get(), body.scope(), body.subject(), body.note()));
  }

  @POST
  @Path("resume")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject resume(JsonInput sent) {
    PauseBody body = new PauseBody(sent, this::model);
    return halts(desk.resume(caller.get(), body.scope(), body.subject()));
  }

  @POST
  @Path("{id}/move")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject move(@PathParam("id") String id, JsonInput sent) {
    JsonInput body = JsonInput.required(sent);
    Integer place = body.integer("place");
    if (place == null || place < 1 || place > LAST_PLACE) {
      body.violate("place", "must be between 1, the front, and " + LAST_PLACE);
    }
    body.check();
    return QueueJson.of(desk.move(caller.get(), id, place)).build();
  }

  @POST
  @Path("{id}/expedite")
  public JsonObject expedite(@PathParam("id") String id) {
    return QueueJson.of(desk.expedite(caller.get(), id)).build();
  }

  @POST
  @Path("{id}/cancel")
  public JsonObject cancel(@PathParam("id") String id) {
    GenerationStatus status = desk.cancel(caller.get(), id);
    return WireJson.object().add("id", id).add("status", status.wire()).build();
  }

  private JsonObject halts(boolean changed) {
    return WireJson.object()
        .add("changed", changed)
        .add("pauses", WireJson.array(desk.halts(), QueueJson::of))
        .build();
  }

  /** By its own id, whatever alias was given. */
  private Optional<String> model(String name) {
    try {
      return Optional.of(catalog.current().get(name).model().id());
    } catch (FailureException e) {
      return Optional.empty();
    }
  }

  private static Optional<Lane> lane(String word) {
    return Arrays.stream(Lane.values()).filter(lane -> lane.wire().equals(word)).findFirst();
  }

  private static Optional<Line> line(String word) {
    return Arrays.stream(Line.values())
        .filter(line -> QueueJson.wire(line).equals(word))
        .findFirst();
  }
}
