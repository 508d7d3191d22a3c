package dev.easel.web.ui.changes;

import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Utc;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which changes are wanted, as the address of the page has it. */
public class ChangesFilter {

  private static final int LONGEST = 320;

  @QueryParam("tenant")
  String tenant;

  @QueryParam("who")
  String who;

  @QueryParam("what")
  String what;

  @QueryParam("which")
  String which;

  @QueryParam("address")
  String address;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  /**
   * @throws FailureException {@code INVALID_REQUEST} if a day is none
   */
  AuditQuery query() {
    return new AuditQuery(
        word("tenant", tenant),
        word("who", who),
        word("what", what),
        word("which", which),
        word("address", address),
        day("from", from).map(Utc::start),
        day("to", to).map(day -> end(day)));
  }

  /** For the form and for the addresses of further pages. */
  Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("tenant", text(tenant));
    fields.put("who", text(who));
    fields.put("what", text(what));
    fields.put("which", text(which));
    fields.put("address", text(address));
    fields.put("from", text(from));
    fields.put("to", text(to));
    return fields;
  }

  private static Instant end(LocalDate day) {
    return Utc.start(day.plusDays(1));
  }

  private static Optional<String> word(String name, String given) {
    String word = text(given);
    if (word.length() > LONGEST) {
      throw FailureException.invalid(name, "must be at most " + LONGEST + " characters");
    }
    return Optional.of(word).filter(text -> !text.isEmpty());
  }

  private static Optional<LocalDate> day(String name, String given) {
    Optional<String> word = word(name, given);
    Optional<LocalDate> day = word.flatMap(Utc::day);
    if (word.isPresent() && day.isEmpty()) {
      throw FailureException.invalid(name, "must be a day: 2030-12-31");
    }
    return day;
  }

  private static String text(String given) {
    return given == null ? "" : given.strip();
  }
}
