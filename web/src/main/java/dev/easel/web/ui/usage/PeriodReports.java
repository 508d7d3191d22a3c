package dev.easel.web.ui.usage;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.LatencyRow;
import dev.easel.service.usage.UsageReport;
import dev.easel.service.usage.UsageReports;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Reports of usage for who is signed in, of the periods the page offers. */
@RequestScoped
public class PeriodReports {

  @Inject UsageReports reports;
  @Inject Visit visit;
  @Inject Clock clock;

  /** How long requests took that were delivered. */
  List<LatencyRow> latency(UsagePeriod period, Set<Dimension> by, boolean daily) {
    Instant now = clock.instant();
    Instant until = Utc.start(period.last(now).plusDays(1));
    return reports.latency(visit.caller(), Utc.start(period.first(now)), until, by, daily);
  }

  UsageReport of(UsagePeriod period, Set<Dimension> by, boolean daily) {
    Instant now = clock.instant();
    Instant until = Utc.start(period.last(now).plusDays(1));
    return reports.report(visit.caller(), Utc.start(period.first(now)), until, by, daily);
  }
}
