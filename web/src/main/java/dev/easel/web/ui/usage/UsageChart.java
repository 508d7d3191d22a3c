package dev.easel.web.ui.usage;

import dev.easel.domain.shared.Utc;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonArrayBuilder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What {@code usage.js} draws: a bar for each day, in it a part for each of the models that count
 * most and one for all others.
 *
 * @param days that have a bar
 * @param rows by model and day
 * @param names words for ids of models
 * @param others the word for the rest
 */
record UsageChart(
    List<LocalDate> days, List<UsageRow> rows, UnaryOperator<String> names, String others) {

  /** As many as one can tell apart by colour. */
  private static final int MOST_SERIES = 6;

  /** As JSON: {@code labels}, and {@code series} of {@code name} and {@code values}. */
  String of(Function<UsageRow, BigDecimal> number) {
    List<String> leaders = leaders(number);
    Map<String, Map<LocalDate, BigDecimal>> parts = new HashMap<>();
    for (UsageRow row : rows) {
      String model = model(row);
      parts
          .computeIfAbsent(leaders.contains(model) ? model : others, any -> new HashMap<>())
          .merge(Utc.day(row.start().orElseThrow()), number.apply(row), BigDecimal::add);
    }
    List<String> order = new ArrayList<>(leaders);
    order.add(others);
    order.removeIf(name -> sum(parts.getOrDefault(name, Map.of())).signum() == 0);
    return WireJson.object()
        .add("labels", WireJson.array(days.stream().map(LocalDate::toString).toList()))
        .add("series", series(order, parts))
        .build()
        .toString();
  }

  private JsonArrayBuilder series(
      List<String> order, Map<String, Map<LocalDate, BigDecimal>> parts) {
    JsonArrayBuilder series = WireJson.array();
    for (String name : order) {
      JsonArrayBuilder values = WireJson.array();
      days.forEach(day -> values.add(parts.get(name).getOrDefault(day, BigDecimal.ZERO)));
      series.add(WireJson.object().add("name", name).add("values", values));
    }
    return series;
  }

  private List<String> leaders(Function<UsageRow, BigDecimal> number) {
    Map<String, BigDecimal> totals = new HashMap<>();
    rows.forEach(row -> totals.merge(model(row), number.apply(row), BigDecimal::add));
    return totals.entrySet().stream()
        .filter(total -> total.getValue().signum() > 0)
        .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
        .limit(MOST_SERIES)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static BigDecimal sum(Map<LocalDate, BigDecimal> part) {
    return part.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private String model(UsageRow row) {
    return names.apply(row.of(Dimension.MODEL).orElse(""));
  }
}
