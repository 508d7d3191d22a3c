package dev.easel.web.ui.home;

import dev.easel.domain.generation.GenerationQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.service.generation.GenerationService;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.ledger.Ledger;
import dev.easel.service.usage.UsageService;
import dev.easel.web.ui.gallery.Pictures;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;

/** What is left of credits and quota, and what was made last. */
@Controller
@RequestScoped
@Path("/")
@Produces("text/html;charset=UTF-8")
public class HomeController {

  private static final int LATEST = 12;

  @Inject GenerationService generations;
  @Inject IdentityService identities;
  @Inject UsageService usages;
  @Inject Ledger ledger;
  @Inject Pictures pictures;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;

  @GET
  public String show() {
    Caller caller = visit.caller();
    models.put("balance", ledger.available(caller.tenantId()).credits());
    models.put("plan", identities.plan(caller));
    models.put("usage", usages.of(caller));
    models.put(
        "pictures",
        pictures.of(generations.list(caller, GenerationQuery.newest(LATEST)).items(), request));
    return "home/index.html";
  }
}
