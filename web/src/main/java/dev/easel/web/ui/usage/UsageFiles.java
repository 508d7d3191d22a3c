package dev.easel.web.ui.usage;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.usage.Dimension;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.api.Csv;
import dev.easel.web.api.UsageParameters;
import dev.easel.web.api.v2.UsageCsv;
import dev.easel.web.api.v2.UsageTimes;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the page on usage shows, as a file: by day, model and key. */
@RequestScoped
@Path("usage/easel-usage.csv")
public class UsageFiles {

  private static final Set<String> COLUMNS =
      new LinkedHashSet<>(List.of(UsageParameters.DAY, "model", "key"));
  private static final Set<Dimension> GROUPS = Set.of(Dimension.MODEL, Dimension.KEY);

  @Inject PeriodReports reports;
  @Inject Visit visit;

  @GET
  public Response csv(@QueryParam("period") String word) {
    visit.require(Scope.USAGE_READ);
    UsagePeriod period = UsagePeriod.of(word);
    UsageReport report = reports.of(period, GROUPS, true);
    UsageTimes times = new UsageTimes(reports.latency(period, GROUPS, true), Optional.empty());
    UsageParameters columns = new UsageParameters(report.from(), report.until(), COLUMNS);
    return Response.ok(UsageCsv.of(report, times, columns).toString(), Csv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"easel-usage.csv\"")
        .build();
  }
}
