package dev.easel.web.api.v2;

import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.QueryReader;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Query parameters of the list of entries. Days are UTC; {@code to} includes its day. */
public class LedgerParameters {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final Pattern ENTRY_ID = Pattern.compile("trf_[0-9a-f]{24}");
  private static final String KINDS =
      Arrays.stream(EntryKind.values()).map(EntryKind::wire).collect(Collectors.joining(", "));

  @QueryParam("kind")
  String kind;

  @QueryParam("generation_id")
  String generationId;

  @QueryParam("from")
  String from;

  @QueryParam("to")
  String to;

  @QueryParam("cursor")
  String cursor;

  @QueryParam("limit")
  String limit;

  /**
   * @throws FailureException {@code INVALID_REQUEST} with everything that is wrong
   */
  LedgerQuery query() {
    QueryReader reader = new QueryReader();
    LedgerQuery query =
        new LedgerQuery(
            reader.choice("kind", kind, EntryKind::parse, KINDS),
            reader.word("generation_id", generationId),
            reader.from("from", from),
            reader.until("to", to),
            reader.after("cursor", cursor, ENTRY_ID),
            reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT));
    reader.check();
    return query;
  }
}
