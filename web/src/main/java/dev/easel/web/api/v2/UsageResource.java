package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.service.usage.UsageReports;
import dev.easel.web.api.Csv;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Needs;
import dev.easel.web.api.UsageParameters;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What the tenant used, by model, key and day, as JSON or CSV. */
@RequestScoped
@Path("usage")
@Needs(Scope.USAGE_READ)
public class UsageResource {

  private static final UsageParameters.Names NAMES = new UsageParameters.Names("from", "to");

  @Inject UsageReports reports;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject get(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("group_by") List<String> groupBy) {
    UsageParameters parameters = parameters(from, to, groupBy);
    return UsageJson.of(report(parameters), times(parameters), parameters).build();
  }

  @GET
  @Produces("text/csv;qs=0.8")
  public Response csv(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("group_by") List<String> groupBy) {
    UsageParameters parameters = parameters(from, to, groupBy);
    UsageTimes times = times(parameters);
    String csv = UsageCsv.of(report(parameters), times, parameters).toString();
    return Response.ok(csv, Csv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"easel-usage.csv\"")
        .build();
  }

  private UsageParameters parameters(String from, String to, List<String> groupBy) {
    return UsageParameters.read(NAMES, from, to, groupBy, clock.instant());
  }

  private UsageReport report(UsageParameters wanted) {
    return reports.report(
        caller.get(), wanted.from(), wanted.until(), wanted.dimensions(), wanted.daily());
  }

  private UsageTimes times(UsageParameters wanted) {
    Set<Dimension> none = EnumSet.noneOf(Dimension.class);
    return new UsageTimes(
        latency(wanted, wanted.dimensions(), wanted.daily()),
        latency(wanted, none, false).stream().findFirst());
  }

  private List<LatencyRow> latency(UsageParameters wanted, Set<Dimension> by, boolean daily) {
    return reports.latency(caller.get(), wanted.from(), wanted.until(), by, daily);
  }
}
