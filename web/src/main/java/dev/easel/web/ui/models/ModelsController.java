package dev.easel.web.ui.models;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.identity.Caller;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.catalog.ModelDesk;
import dev.easel.service.pricing.PriceDesk;
import dev.easel.web.api.v2.admin.ModelLifeBody;
import dev.easel.web.api.v2.admin.PricesBody;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.FormBody;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Map;

/** The models of this server. Ids have slashes, so they are a parameter, not a step of the path. */
@Controller
@RequestScoped
@Path("operate/models")
@Produces("text/html;charset=UTF-8")
public class ModelsController {

  private static final int LONGEST_SEARCH = 120;

  @Inject ModelDesk desk;
  @Inject PriceDesk prices;
  @Inject CatalogService catalog;
  @Inject ModelPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Clock clock;

  @GET
  public String list(@QueryParam("q") String search, @QueryParam("state") String state) {
    visit.requireOperator();
    String part = search == null ? "" : search.strip();
    return pages.list(part.substring(0, Math.min(LONGEST_SEARCH, part.length())), given(state));
  }

  @GET
  @Path("ending")
  public String ending() {
    return pages.ending(visit.requireOperator());
  }

  @GET
  @Path("model")
  public String one(@QueryParam("id") String id) {
    return pages.one(visit.requireOperator(), given(id));
  }

  @POST
  @Path("model")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response change(@QueryParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    FormBody form = new FormBody(sent);
    return corrections.after(
        () -> {
          ModelLifeBody body =
              new ModelLifeBody(
                  form.texts("lifecycle")
                      .clearable("sunset_on", "successor")
                      .flags("enabled")
                      .input());
          desk.change(caller, given(id), body::over);
          catalog.refresh();
        },
        form.fields(),
        () -> pages.one(caller, given(id)));
  }

  @POST
  @Path("prices")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response publish(@QueryParam("id") String id, MultivaluedMap<String, String> sent) {
    Caller caller = visit.requireOperator();
    Response answer =
        corrections.after(
            () -> publish(caller, desk.get(given(id)), sent),
            Map.of(),
            () -> pages.one(caller, given(id)));
    if (answer.getStatus() != Response.Status.OK.getStatusCode()) {
      models.put("lines", PriceRows.lines(sent));
      models.put("publishing", new FormBody(sent).fields());
    }
    return answer;
  }

  private void publish(Caller caller, ImageModel model, MultivaluedMap<String, String> sent) {
    PricesBody body = new PricesBody(PriceRows.body(sent), model.capabilities(), clock.instant());
    prices.publish(
        model.id(), body.terms(), body.activeFrom(), body.after(), body.reason(), caller);
    catalog.refresh();
  }

  private static String given(String id) {
    return id == null ? "" : id;
  }
}
