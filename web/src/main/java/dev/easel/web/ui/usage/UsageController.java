package dev.easel.web.ui.usage;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.web.ui.Texts;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;

/** Requests, images and credits of a period, by day, model and key. */
@Controller
@RequestScoped
@Path("usage")
@Produces("text/html;charset=UTF-8")
public class UsageController {

  @Inject PeriodReports reports;
  @Inject UsageNames names;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Inject Clock clock;

  @GET
  public String show(@QueryParam("period") String word) {
    visit.require(Scope.USAGE_READ);
    UsagePeriod period = UsagePeriod.of(word);
    UsageReport byModel = reports.of(period, EnumSet.of(Dimension.MODEL), true);
    models.put("period", period);
    models.put("periods", UsagePeriod.values());
    models.put("total", byModel.total());
    putModels(byModel.rows(), period);
    models.put(
        "byKey",
        UsageSums.by(
            Dimension.KEY,
            reports.of(period, EnumSet.of(Dimension.KEY), false).rows(),
            names.ofKeys(visit.visitor().orElseThrow())));
    return "usage/index.html";
  }

  private void putModels(List<UsageRow> rows, UsagePeriod period) {
    UnaryOperator<String> words = names.ofModels();
    List<LocalDate> days = period.days(clock.instant());
    UsageChart chart = new UsageChart(days, rows, words, texts.of("usage.others"));
    models.put("byDay", UsageSums.byDay(rows, days));
    models.put("byModel", UsageSums.by(Dimension.MODEL, rows, words));
    models.put("requests", chart.of(row -> BigDecimal.valueOf(row.requests())));
    models.put("images", chart.of(row -> BigDecimal.valueOf(row.images())));
    models.put("credits", chart.of(row -> row.charge().credits()));
  }
}
