package dev.easel.web.ui.billing;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.ledger.EntryKind;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.ledger.Voucher;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.ledger.CreditDesk;
import dev.easel.service.ledger.LedgerEntry;
import dev.easel.service.ledger.LedgerReader;
import dev.easel.web.ui.Texts;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tenant's money: what is there, what moved it, and credits by the hand of administrators. */
@Controller
@RequestScoped
@Path("billing")
@Produces("text/html;charset=UTF-8")
public class BillingController {

  private static final int AT_ONCE = 50;
  private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");

  @Inject BillingPage page;
  @Inject LedgerReader ledger;
  @Inject CreditDesk desk;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;

  @GET
  public String show() {
    visit.require(Scope.BILLING_READ);
    page.put();
    return BillingPage.VIEW;
  }

  /** Every entry, newest first. */
  @GET
  @Path("ledger")
  public String entries(@QueryParam("kind") String kind, @QueryParam("after") String after) {
    visit.require(Scope.BILLING_READ);
    Optional<EntryKind> only = EntryKind.parse(kind == null ? "" : kind);
    LedgerQuery query =
        new LedgerQuery(
            only,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.ofNullable(after),
            AT_ONCE);
    Page<LedgerEntry> entries = ledger.list(visit.caller(), query);
    models.put("kinds", EntryKind.values());
    models.put("kind", only.orElse(null));
    models.put("entries", entries.items());
    models.put("next", entries.next().orElse(null));
    return "billing/ledger.html";
  }

  /**
   * Credits that were paid for elsewhere.
   *
   * @param once the form's own key: sent twice, it counts once
   */
  @POST
  @Path("top-up")
  public Response topUp(
      @FormParam("credits") String credits,
      @FormParam("reason") String reason,
      @FormParam("once") String once) {
    if (!visit.caller().runsServer()) {
      throw FailureException.of(FailureCode.FORBIDDEN, texts.of("error.role"));
    }
    return page.after(() -> topUp(CreditField.read(credits), voucher(reason, once)));
  }

  private void topUp(Credits amount, Voucher voucher) {
    if (amount.isZero()) {
      throw FailureException.invalid("credits", "must be above zero");
    }
    desk.topUp(visit.caller(), visit.caller().tenantId(), amount, voucher);
  }

  private Voucher voucher(String reason, String once) {
    String why = reason == null ? "" : reason.strip();
    if (why.isEmpty() || why.length() > Voucher.LONGEST_REASON) {
      throw FailureException.invalid("reason", "is required, in a line or two");
    }
    if (once == null || !ONCE.matcher(once).matches()) {
      throw FailureException.invalid("once", "is missing; reload the page");
    }
    String tenant = visit.caller().tenantId();
    return new Voucher("book:" + tenant + ":" + once, why, visit.caller().userId());
  }
}
