package dev.easel.service.usage;

import dev.easel.domain.usage.UsageRow;
import java.time.Instant;
import java.util.List;

/**
 * What a tenant used in a period.
 *
 * @param until exclusive
 */
public record UsageReport(Instant from, Instant until, List<UsageRow> rows) {

  public UsageReport {
    rows = List.copyOf(rows);
  }

  /** All rows together, of nothing in particular. */
  public UsageRow total() {
    return rows.stream().reduce(UsageRow.NONE, UsageRow::plus);
  }
}
