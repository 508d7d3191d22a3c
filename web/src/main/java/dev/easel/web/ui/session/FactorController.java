package dev.easel.web.ui.session;

import dev.easel.domain.session.SecondFactor;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.session.FactorDesk;
import dev.easel.service.session.SecondFactors;
import dev.easel.service.session.Visitor;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The second factor of one's own account: on, by what an authenticator shows, and off. */
@Controller
@RequestScoped
@Path("account/second-factor")
@Produces("text/html;charset=UTF-8")
public class FactorController {

  private static final String VIEW = "session/factor.html";

  @Inject SecondFactors factors;
  @Inject FactorDesk desk;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Context UriInfo uri;

  @GET
  public String show() {
    String userId = visitor().user().id();
    boolean on = factors.find(userId).filter(SecondFactor::isOn).isPresent();
    models.put("on", on);
    models.put("left", on ? factors.codesLeft(userId) : 0);
    desk.enrolment(visitor())
        .ifPresent(
            enrolment -> {
              models.put("enrolment", enrolment);
              models.put("picture", QrPicture.of(enrolment.address()));
            });
    return VIEW;
  }

  @POST
  @Path("begin")
  public Response begin() {
    factors.begin(visitor());
    return Response.seeOther(uri.getBaseUriBuilder().path("account").path("second-factor").build())
        .build();
  }

  @POST
  @Path("confirm")
  public Response confirm(@FormParam("code") String code) {
    return shown(() -> models.put("codes", desk.confirm(visitor(), text(code))));
  }

  @POST
  @Path("recovery-codes")
  public Response renewCodes(@FormParam("code") String code) {
    return shown(() -> models.put("codes", desk.renewCodes(visitor(), text(code))));
  }

  @POST
  @Path("off")
  public Response off(@FormParam("password") String password, @FormParam("code") String code) {
    return shown(() -> desk.turnOff(visitor(), text(password), text(code)));
  }

  private Response shown(Runnable change) {
    int status = 200;
    try {
      change.run();
    } catch (FailureException refused) {
      status = status(refused);
      models.put(
          "refusal",
          status == 429 ? texts.of("session.too-often") : texts.of("session.factor-refused"));
    }
    return Response.status(status).entity(show()).build();
  }

  /** Not 401, which is for strangers. */
  private static int status(FailureException refused) {
    if (refused.code() == FailureCode.RATE_LIMITED) {
      return 429;
    }
    if (refused.code() != FailureCode.UNAUTHENTICATED) {
      throw refused;
    }
    return 400;
  }

  private Visitor visitor() {
    return visit.visitor().orElseThrow();
  }

  private static String text(String sent) {
    return sent == null ? "" : sent;
  }
}
