package dev.easel.web.ui.billing;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.ledger.Statement;
import dev.easel.service.ledger.Statements;
import dev.easel.web.api.Csv;
import dev.easel.web.api.v2.InvoiceResource;
import dev.easel.web.api.v2.StatementCsv;
import dev.easel.web.api.v2.StatementJson;
import dev.easel.web.api.v2.StatementPage;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.YearMonth;
import java.util.regex.Pattern;

/** A month's statement for who is signed in, in the three forms the API has. */
@RequestScoped
@Path("billing/statements")
public class StatementFiles {

  private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");

  @Inject Statements statements;
  @Inject StatementPage pages;
  @Inject Visit visit;

  @GET
  @Path("easel-{month}.html")
  public Response page(@PathParam("month") String month) {
    Statement statement = statement(month);
    return Response.ok(pages.of(visit.caller(), statement), "text/html;charset=UTF-8")
        .header("Content-Security-Policy", InvoiceResource.POLICY)
        .build();
  }

  @GET
  @Path("easel-{month}.csv")
  public Response csv(@PathParam("month") String month) {
    return file(StatementCsv.of(statement(month)).toString(), Csv.MEDIA_TYPE, month + ".csv");
  }

  @GET
  @Path("easel-{month}.json")
  public Response json(@PathParam("month") String month) {
    return file(
        StatementJson.whole(statement(month)).build().toString(),
        MediaType.APPLICATION_JSON,
        month + ".json");
  }

  private static Response file(String text, String type, String name) {
    return Response.ok(text, type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"easel-" + name + "\"")
        .build();
  }

  private Statement statement(String month) {
    visit.require(Scope.BILLING_READ);
    if (!MONTH.matcher(month).matches()) {
      throw FailureException.notFound("invoice", month);
    }
    return statements.get(visit.caller(), YearMonth.parse(month));
  }
}
