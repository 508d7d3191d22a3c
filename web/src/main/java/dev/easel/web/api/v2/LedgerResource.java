package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.ledger.LedgerQuery;
import dev.easel.domain.shared.Page;
import dev.easel.service.ledger.LedgerEntry;
import dev.easel.service.ledger.LedgerReader;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Every movement of the tenant's credits. Source: seed 001 "historical billing data". */
@RequestScoped
@Path("billing/ledger")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.BILLING_READ)
public class LedgerResource {

  @Inject LedgerReader ledger;
  @Inject CurrentCaller caller;

  @GET
  public JsonObject list(@BeanParam LedgerParameters parameters) {
    LedgerQuery query = parameters.query();
    Page<LedgerEntry> page = ledger.list(caller.get(), query);
    return ListJson.of("entries", page, query.limit(), LedgerEntryJson::of);
  }
}
