package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statements;
import dev.easel.web.api.Csv;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Monthly statements: JSON, CSV, and a page to print. The form is chosen by {@code Accept}, or by
 * an ending for those who cannot set one.
 */
@RequestScoped
@Path("billing/invoices")
@Needs(Scope.BILLING_READ)
public class InvoiceResource {

  private static final int USUAL_LIMIT = 12;
  private static final int MOST_LIMIT = 60;
  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  /** Its style is inside, for it is saved and printed; there is nothing else to load or run. */
  public static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none';"
          + " frame-ancestors 'none'";

  @Inject Statements statements;
  @Inject StatementPage pages;
  @Inject CurrentCaller caller;

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<YearMonth> before = reader.after("cursor", cursor, MONTH).map(YearMonth::parse);
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<Statement> page = statements.list(caller.get(), before, most);
    return ListJson.of("invoices", page, most, StatementJson::summary);
  }

  @GET
  @Path("{month}")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject get(@PathParam("month") String month) {
    return StatementJson.whole(statement(month)).build();
  }

  @GET
  @Path("{month}")
  @Produces("text/csv;qs=0.8")
  public Response csv(@PathParam("month") String month) {
    return asCsv(month);
  }

  @GET
  @Path("{month}")
  @Produces("text/html;qs=0.7")
  public Response page(@PathParam("month") String month) {
    return asPage(month);
  }

  @GET
  @Path("{month}.csv")
  public Response csvByEnding(@PathParam("month") String month) {
    return asCsv(month);
  }

  @GET
  @Path("{month}.html")
  public Response pageByEnding(@PathParam("month") String month) {
    return asPage(month);
  }

  private Response asCsv(String month) {
    Statement statement = statement(month);
    return Response.ok(StatementCsv.of(statement).toString(), Csv.MEDIA_TYPE)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"easel-" + statement.month() + ".csv\"")
        .build();
  }

  private Response asPage(String month) {
    return Response.ok(pages.of(caller.get(), statement(month)), "text/html;charset=UTF-8")
        .header("Content-Security-Policy", POLICY)
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private Statement statement(String month) {
    if (!MONTH.matcher(month).matches()) {
      throw FailureException.notFound("invoice", month);
    }
    return statements.get(caller.get(), YearMonth.parse(month));
  }
}
