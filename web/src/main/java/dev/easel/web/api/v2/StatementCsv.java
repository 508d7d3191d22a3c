package dev.easel.web.api.v2;

import dev.easel.domain.shared.Credits;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statement.Line;
import dev.easel.web.api.Csv;

/** A month of a wallet as a table: the last row is the sum of those above it. */
public final class StatementCsv {

  private StatementCsv() {}

  public static Csv of(Statement statement) {
    Csv csv = new Csv().row("month", "item", "model", "entries", "images", "credits", "usd");
    balance(csv, statement, "opening_balance", statement.opening());
    for (Line line : statement.lines()) {
      csv.row(
          statement.month(),
          line.kind().wire(),
          line.model().orElse(null),
          line.entries(),
          line.model().map(model -> line.images()).orElse(null),
          line.amount().credits(),
          line.amount().usd());
    }
    return balance(csv, statement, "closing_balance", statement.closing());
  }

  private static Csv balance(Csv csv, Statement statement, String item, Credits amount) {
    return csv.row(statement.month(), item, null, null, null, amount.credits(), amount.usd());
  }
}
