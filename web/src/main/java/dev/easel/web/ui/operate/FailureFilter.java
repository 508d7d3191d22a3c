package dev.easel.web.ui.operate;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.shared.StoredText;
import dev.easel.domain.shared.TimeKey;
import jakarta.ws.rs.QueryParam;
import java.util.Optional;

/** Which failures are looked at. What makes no sense is as good as absent. */
public class FailureFilter {

  @QueryParam("kind")
  String kind;

  @QueryParam("tenant")
  String tenant;

  @QueryParam("model")
  String model;

  @QueryParam("node")
  String node;

  @QueryParam("after")
  String after;

  FailureQuery query() {
    return new FailureQuery(kindOf(), text(tenant), text(model), text(node), key());
  }

  /** As the fields of the form have it. */
  public String kind() {
    return kindOf().map(ErrorKind::name).orElse("");
  }

  public String tenant() {
    return text(tenant).orElse("");
  }

  public String model() {
    return text(model).orElse("");
  }

  public String node() {
    return text(node).orElse("");
  }

  /** Whether anything is left out. */
  boolean narrows() {
    return !(kind() + tenant() + model() + node()).isEmpty() || key().isPresent();
  }

  private Optional<ErrorKind> kindOf() {
    return FailureQuery.OURS.stream().filter(each -> each.name().equals(kind)).findFirst();
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
