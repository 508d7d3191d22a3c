package dev.easel.web.api.openai;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.service.usage.UsageReports;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Needs;
import dev.easel.web.api.UsageParameters;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the tenant used and what it cost. Source: seed 002 "Historical billing data". */
@RequestScoped
@Path("usage")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.USAGE_READ)
public class UsageResource {

  private static final UsageParameters.Names NAMES = new UsageParameters.Names("start", "end");

  /** Until the year 9999. */
  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");

  @Inject UsageReports reports;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  @GET
  public JsonObject get(
      @QueryParam("start") String start,
      @QueryParam("end") String end,
      @QueryParam("group_by") List<String> groupBy) {
    UsageParameters wanted =
        UsageParameters.read(NAMES, iso(start), iso(end), groupBy, clock.instant());
    UsageReport report =
        reports.report(
            caller.get(), wanted.from(), wanted.until(), wanted.dimensions(), wanted.daily());
    JsonArrayBuilder data = WireJson.array();
    report.rows().forEach(row -> data.add(row(row, wanted.groups())));
    return WireJson.object()
        .add("object", "list")
        .add("start", report.from().getEpochSecond())
        .add("end", report.until().getEpochSecond())
        .add("group_by", WireJson.array(wanted.groups()))
        .add("currency", "USD")
        .add("data", data)
        .add("total", sums(WireJson.object(), report.total()))
        .build();
  }

  private static JsonObjectBuilder row(UsageRow row, Set<String> groups) {
    JsonObjectBuilder object = WireJson.object();
    if (groups.contains(UsageParameters.DAY)) {
      LocalDate day = Utc.day(row.start().orElseThrow());
      object.add(UsageParameters.DAY, day.toString());
    }
    if (groups.contains(Dimension.MODEL.wire())) {
      object.add("model", WireJson.text(row.of(Dimension.MODEL)));
    }
    if (groups.contains(Dimension.KEY.wire())) {
      object.add("api_key_id", WireJson.text(row.of(Dimension.KEY)));
    }
    return sums(object, row);
  }

  private static JsonObjectBuilder sums(JsonObjectBuilder object, UsageRow row) {
    return object
        .add("requests", row.requests())
        .add("images", row.images())
        .add("failed", row.failed())
        .add("cancelled", row.cancelled())
        .add("cost", WireJson.number(row.charge().usd()))
        .add("credits", WireJson.number(row.charge().credits()));
  }

  /** Seconds since 1970, as OpenAI's clients tell times, become a time as others write it. */
  private static String iso(String time) {
    return time != null && SECONDS.matcher(time).matches()
        ? Instant.ofEpochSecond(Long.parseLong(time)).toString()
        : time;
  }
}
