package dev.easel.web.api.v2;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.shared.Credits;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statement.Line;
import dev.easel.web.ui.Templates;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Context;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** A month of a wallet as a page, complete in itself: to read, to print, to send to accounting. */
@RequestScoped
public class StatementPage {

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

  private static final int LEAST_DECIMALS = 2;

  @Inject Templates templates;
  @Inject IdentityService identities;
  @Context HttpServletRequest request;
  @Context HttpServletResponse response;

  /**
   * A line as it is read.
   *
   * @param detail how many of what; may be empty
   */
  public record Row(String item, String detail, String credits, String usd) {}

  public String of(Caller caller, Statement statement) {
    DecimalFormat credits = amounts(statement, Credits::credits);
    DecimalFormat usd = amounts(statement, Credits::usd);
    List<Row> rows =
        statement.lines().stream()
            .map(line -> row(item(line), detail(line), line.amount(), credits, usd))
            .toList();
    Map<String, Object> models = new HashMap<>();
    models.put("month", statement.month().format(MONTH));
    models.put("from", statement.firstDay().format(DAY));
    models.put("to", statement.lastDay().format(DAY));
    models.put("open", statement.open());
    models.put("tenant", identities.tenant(caller).name());
    models.put("tenantId", caller.tenantId());
    models.put("opening", row("Opening balance", "", statement.opening(), credits, usd));
    models.put("rows", rows);
    models.put("closing", row("Closing balance", "", statement.closing(), credits, usd));
    return templates.render("billing/statement.html", models, request, response);
  }

  private static Row row(
      String item, String detail, Credits amount, DecimalFormat credits, DecimalFormat usd) {
    return new Row(item, detail, credits.format(amount.credits()), usd.format(amount.usd()));
  }

  private static String item(Line line) {
    return switch (line.kind()) {
      case GRANT -> "Credits granted";
      case TOP_UP -> "Credits topped up";
      case CAPTURE -> line.model().orElse("Models no longer on record");
      case REFUND -> "Refunds";
      case ADJUSTMENT -> "Adjustments";
      case HOLD, RELEASE -> throw new IllegalArgumentException(line.kind() + " moves no balance");
    };
  }

  private static String detail(Line line) {
    if (line.kind() != EntryKind.CAPTURE) {
      return line.entries() > 1 ? counted(line.entries(), "entries") : "";
    }
    String generations =
        counted(line.entries(), line.entries() == 1 ? "generation" : "generations");
    String images = counted(line.images(), line.images() == 1 ? "image" : "images");
    return line.model().isPresent() ? generations + ", " + images : generations;
  }

  private static String counted(long count, String noun) {
    return String.format(Locale.ENGLISH, "%,d %s", count, noun);
  }

  /** As many decimals for all amounts as one of them needs, or their points would not align. */
  private static DecimalFormat amounts(
      Statement statement, Function<Credits, BigDecimal> currency) {
    int decimals =
        Stream.concat(
                Stream.of(statement.opening(), statement.closing()),
                statement.lines().stream().map(Line::amount))
            .mapToInt(amount -> currency.apply(amount).scale())
            .reduce(LEAST_DECIMALS, Math::max);
    String pattern = "#,##0." + "0".repeat(decimals);
    return new DecimalFormat(
        pattern + ";\u2212" + pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH));
  }
}
