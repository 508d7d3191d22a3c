package dev.easel.web.api.v2.admin;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.batch.BatchRuns;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/** Long maintenance work: what ran, what runs, and stopping it. */
@RequestScoped
@Path("admin/batch-runs")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class BatchRunResource {

  private static final int MOST = 100;

  @Inject BatchRuns runs;

  @GET
  public JsonObject list(
      @QueryParam("job") String job,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") @DefaultValue("20") String limit) {
    Page<BatchRun> page = runs.list(given("job", job), after(cursor), number(limit));
    JsonArrayBuilder listed = WireJson.array();
    page.items().forEach(run -> listed.add(BatchRunJson.run(run)));
    return WireJson.object()
        .add("runs", listed)
        .add("next_cursor", WireJson.text(page.next()))
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return WireJson.object().add("run", BatchRunJson.run(runs.get(known(id)))).build();
  }

  @POST
  @Path("{id}/stop")
  public JsonObject stop(@PathParam("id") String id) {
    return WireJson.object().add("run", BatchRunJson.run(runs.stop(known(id)))).build();
  }

  private static String known(String id) {
    if (!id.matches("run_[0-9a-f]{24}")) {
      throw FailureException.notFound("batch run", id);
    }
    return id;
  }

  private static Optional<String> given(String name, String text) {
    if (text != null && !text.matches("[a-z-]{1,60}")) {
      throw FailureException.invalid(name, "must be the name of a job");
    }
    return Optional.ofNullable(text);
  }

  private static Optional<String> after(String cursor) {
    if (cursor != null && !cursor.matches("run_[0-9a-f]{24}")) {
      throw FailureException.invalid("cursor", "is not a cursor of this list");
    }
    return Optional.ofNullable(cursor);
  }

  private static int number(String limit) {
    if (!limit.matches("[1-9][0-9]{0,2}") || Integer.parseInt(limit) > MOST) {
      throw FailureException.invalid("limit", "must be between 1 and " + MOST);
    }
    return Integer.parseInt(limit);
  }
}
