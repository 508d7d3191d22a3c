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
    models.put(
        "latency",
        reports.latency(period, EnumSet.noneOf(Dimension.class), false).stream()
            .findFirst()
            .orElse(null));
    putModels(byModel.rows(), period);
    putKeys(period);
    return "usage/index.html";
  }

  private void putKeys(UsagePeriod period) {
    UnaryOperator<String> words = names.ofKeys(visit.visitor().orElseThrow());
    EnumSet<Dimension> key = EnumSet.of(Dimension.KEY);
    models.put("byKey", UsageSums.by(Dimension.KEY, reports.of(period, key, false).rows(), words));
    models.put(
        "keyLatency", Latencies.by(Dimension.KEY, reports.latency(period, key, false), words));
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
    EnumSet<Dimension> model = EnumSet.of(Dimension.MODEL);
    models.put(
        "modelLatency",
        Latencies.by(Dimension.MODEL, reports.latency(period, model, false), words));
    putDays(period, days);
  }

  private void putDays(UsagePeriod period, List<LocalDate> days) {
    Latencies byDay =
        Latencies.byDay(reports.latency(period, EnumSet.noneOf(Dimension.class), true));
    models.put("dayLatency", byDay);
    models.put("latencies", byDay.chart(days, texts.of("usage.median"), texts.of("usage.most")));
  }
}
