package dev.easel.web.ui.usage;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Rows of a report, told apart otherwise. */
final class UsageSums {

  private UsageSums() {}

  /**
   * A line of a table.
   *
   * @param name what it is the sum of
   */
  public record Line(String name, UsageRow sum) {}

  /** A line for each day, the latest first, also for those on which nothing happened. */
  static List<Line> byDay(List<UsageRow> rows, List<LocalDate> days) {
    Map<LocalDate, UsageRow> sums = new LinkedHashMap<>();
    days.forEach(day -> sums.put(day, UsageRow.NONE));
    rows.forEach(row -> sums.merge(Utc.day(row.start().orElseThrow()), row, UsageRow::plus));
    List<Line> lines = new ArrayList<>();
    sums.forEach((day, sum) -> lines.add(new Line(day.toString(), sum)));
    Collections.reverse(lines);
    return lines;
  }

  /**
   * A line for each value of a dimension, the dearest first.
   *
   * @param names words for the values; they get an empty text for what is gone
   */
  static List<Line> by(Dimension dimension, List<UsageRow> rows, UnaryOperator<String> names) {
    Function<UsageRow, String> value = row -> row.of(dimension).orElse("");
    Map<String, UsageRow> sums = new LinkedHashMap<>();
    rows.forEach(row -> sums.merge(value.apply(row), row, UsageRow::plus));
    Comparator<Line> dearest = Comparator.comparing(line -> line.sum().charge());
    return sums.entrySet().stream()
        .map(sum -> new Line(names.apply(sum.getKey()), sum.getValue()))
        .sorted(dearest.reversed().thenComparing(Line::name))
        .toList();
  }
}
