package dev.easel.web.api.v2.admin;

import dev.easel.domain.batch.BatchRun;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.batch.BatchRuns;
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
import java.util.regex.Pattern;

/** Long maintenance work: what ran, what runs, and stopping it. */
@RequestScoped
@Path("admin/batch-runs")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class BatchRunResource {

  private static final int USUAL_LIMIT = 20;
  private static final int MOST_LIMIT = 100;
  private static final Pattern RUN_ID = Pattern.compile("run_[0-9a-f]{24}");
  private static final Pattern JOB = Pattern.compile("[a-z-]{1,60}");

  @Inject BatchRuns runs;

  @GET
  public JsonObject list(
      @QueryParam("job") String job,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> name = reader.word("job", job);
    if (name.isPresent() && !JOB.matcher(name.get()).matches()) {
      reader.violate("job", "must be the name of a job");
    }
    Optional<String> after = reader.after("cursor", cursor, RUN_ID);
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<BatchRun> page = runs.list(name, after, most);
    return ListJson.of("runs", page, most, BatchRunJson::run);
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
    if (!RUN_ID.matcher(id).matches()) {
      throw FailureException.notFound("batch run", id);
    }
    return id;
  }
}
