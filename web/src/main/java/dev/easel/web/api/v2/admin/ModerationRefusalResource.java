package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.moderation.RefusalCount;
import dev.easel.domain.moderation.RefusalQuery;
import dev.easel.domain.shared.Page;
import dev.easel.domain.shared.Utc;
import dev.easel.service.moderation.RefusalTally;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** How many prompts were refused, by UTC day, tenant and reason. */
@RequestScoped
@Path("admin/moderation/refusals")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class ModerationRefusalResource {

  private static final int USUAL_DAYS = 30;
  private static final int USUAL_LIMIT = 100;
  private static final int MOST_LIMIT = 1000;
  private static final Pattern COUNT =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}/[^/]{1,40}/[a-z0-9_]{1,40}");

  @Inject RefusalTally tally;
  @Inject Clock clock;

  @GET
  public JsonObject list(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    RefusalQuery query = query(from, to, cursor, limit);
    Page<RefusalCount> page = tally.list(query);
    return ListJson.of("refusals", page, query.limit(), ModerationRefusalResource::json);
  }

  private static JsonObjectBuilder json(RefusalCount count) {
    return WireJson.object()
        .add("day", count.day().toString())
        .add("tenant_id", count.tenantId())
        .add("reason", count.reason())
        .add("count", count.count());
  }

  private RefusalQuery query(String from, String to, String cursor, String limit) {
    QueryReader reader = new QueryReader();
    LocalDate today = Utc.day(clock.instant());
    LocalDate last = day(reader, "to", to).orElse(today);
    LocalDate first = day(reader, "from", from).orElse(last.minusDays(USUAL_DAYS));
    Optional<RefusalCount> after =
        reader.after("cursor", cursor, COUNT).flatMap(key -> count(reader, key));
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    return new RefusalQuery(first, last, after, most);
  }

  private static Optional<LocalDate> day(QueryReader reader, String name, String text) {
    return reader.word(name, text).flatMap(given -> parsed(reader, name, given));
  }

  private static Optional<RefusalCount> count(QueryReader reader, String key) {
    String[] parts = key.split("/");
    return parsed(reader, "cursor", parts[0])
        .map(day -> new RefusalCount(day, parts[1], parts[2], 1));
  }

  private static Optional<LocalDate> parsed(QueryReader reader, String name, String text) {
    Optional<LocalDate> day = Utc.day(text);
    if (day.isEmpty()) {
      reader.violate(name, "must be a date such as 2024-01-31");
    }
    return day;
  }
}
