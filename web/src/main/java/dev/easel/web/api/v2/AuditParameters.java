package dev.easel.web.api.v2;

import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which changes are wanted. */
public class AuditParameters {

  private static final int LONGEST_ACTION = 60;

  @QueryParam("action")
  String action;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  /**
   * @throws FailureException {@code INVALID_REQUEST} if a time is none
   */
  public AuditQuery query() {
    QueryReader reader = new QueryReader();
    AuditQuery query = read(reader);
    reader.check();
    return query;
  }

  AuditQuery read(QueryReader reader) {
    Optional<String> word = reader.word("action", action).map(String::strip);
    if (word.filter(text -> text.length() > LONGEST_ACTION).isPresent()) {
      reader.violate("action", "must be at most " + LONGEST_ACTION + " characters");
    }
    Optional<Instant> begin = reader.from("from", from);
    return AuditQuery.of(word, begin, reader.until("to", to));
  }

  /** For the form and for the addresses of further pages. */
  public Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("action", action == null ? "" : action);
    fields.put("from", from == null ? "" : from);
    fields.put("to", to == null ? "" : to);
    return fields;
  }
}
