package dev.easel.web.api.v2;

import dev.easel.domain.ledger.EntryKind;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statement.Line;
import dev.easel.web.api.WireJson;
import jakarta.json.JsonObjectBuilder;

/** A month of a wallet: five sums between two balances. */
public final class StatementJson {

  private StatementJson() {}

  static JsonObjectBuilder summary(Statement statement) {
    return WireJson.object()
        .add("month", statement.month().toString())
        .add("status", status(statement))
        .add("opening_balance", WireJson.money(statement.opening()))
        .add("grants", total(statement, EntryKind.GRANT))
        .add("top_ups", total(statement, EntryKind.TOP_UP))
        .add("charges", total(statement, EntryKind.CAPTURE))
        .add("refunds", total(statement, EntryKind.REFUND))
        .add("adjustments", total(statement, EntryKind.ADJUSTMENT))
        .add("closing_balance", WireJson.money(statement.closing()));
  }

  public static JsonObjectBuilder whole(Statement statement) {
    return summary(statement).add("lines", WireJson.array(statement.lines(), StatementJson::line));
  }

  /** {@code open} while entries may still come, then {@code final}. */
  static String status(Statement statement) {
    return statement.open() ? "open" : "final";
  }

  private static JsonObjectBuilder line(Line line) {
    JsonObjectBuilder object =
        WireJson.object().add("kind", line.kind().wire()).add("entries", line.entries());
    if (line.kind() == EntryKind.CAPTURE) {
      object.add("model", WireJson.text(line.model())).add("images", line.images());
    }
    return object.add("amount", WireJson.money(line.amount()));
  }

  private static JsonObjectBuilder total(Statement statement, EntryKind kind) {
    return WireJson.money(statement.total(kind));
  }
}
