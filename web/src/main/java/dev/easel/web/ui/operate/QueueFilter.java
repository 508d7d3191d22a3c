package dev.easel.web.ui.operate;

import dev.easel.domain.dispatch.Lane;
import dev.easel.domain.dispatch.QueueEntry.Line;
import dev.easel.domain.dispatch.QueueQuery;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.shared.TimeKey;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which part of the queue is looked at. What makes no sense is as good as absent. */
public class QueueFilter {

  @QueryParam("tenant")
  String tenant;

  @QueryParam("model")
  String model;

  @QueryParam("lane")
  String lane;

  @QueryParam("line")
  String line;

  @QueryParam("after")
  String after;

  QueueQuery query() {
    return new QueueQuery(
        text(tenant),
        text(model),
        Arrays.stream(Lane.values()).filter(each -> each.wire().equals(lane)).findFirst(),
        Arrays.stream(Line.values()).filter(each -> wire(each).equals(line)).findFirst(),
        key());
  }

  /** Whether anything is left out. */
  boolean narrows() {
    QueueQuery query = query();
    return query.tenantId().isPresent()
        || query.modelId().isPresent()
        || query.lane().isPresent()
        || query.line().isPresent();
  }

  /** As the fields of the form have it. */
  public String tenant() {
    return text(tenant).orElse("");
  }

  public String model() {
    return text(model).orElse("");
  }

  public String lane() {
    return query().lane().map(Lane::wire).orElse("");
  }

  public String line() {
    return query().line().map(QueueFilter::wire).orElse("");
  }

  static String wire(Line line) {
    return line.name().toLowerCase(Locale.ROOT);
  }

  private Optional<TimeKey> key() {
    return text(after).flatMap(TimeKey::parse);
  }

  private static Optional<String> text(String sent) {
    return Optional.ofNullable(sent)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && StoredText.isStorable(text));
  }
}
