package dev.easel.web.ui.keys;

import dev.easel.domain.identity.Scope;
import dev.easel.service.identity.Authentication;
import dev.easel.service.identity.IssuedKey;
import dev.easel.service.identity.KeyService;
import dev.easel.service.identity.KeyWish;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.Optional;

/** The tenant's API keys. The whole of a key is on the page that made it, and never again. */
@Controller
@RequestScoped
@Path("keys")
@Produces("text/html;charset=UTF-8")
public class KeysController {

  private static final String VIEW = "keys/index.html";
  private static final int MOST = KeyService.MOST_USABLE;
  private static final int LONGEST_NAME = 120;

  @Inject KeyService keys;
  @Inject Authentication authentication;
  @Inject Visit visit;
  @Inject Models models;
  @Inject Texts texts;
  @Inject Clock clock;
  @Context UriInfo uri;

  @GET
  public String show() {
    visit.require(Scope.KEYS_MANAGE);
    put();
    return VIEW;
  }

  @POST
  public Response create(@FormParam("name") String name) {
    visit.require(Scope.KEYS_MANAGE);
    String called = name == null ? "" : name.strip();
    if (called.isEmpty() || called.length() > LONGEST_NAME) {
      models.put("refusal", texts.of("keys.name-refused", LONGEST_NAME));
      put();
      return Response.status(Response.Status.BAD_REQUEST).entity(VIEW).build();
    }
    IssuedKey issued =
        keys.create(
            visit.caller(), usual -> new KeyWish(called, usual.rights(), usual.expiresAt()));
    models.put("issued", issued);
    put();
    return Response.ok(VIEW).build();
  }

  @POST
  @Path("{id}/revoke")
  public Response revoke(@PathParam("id") String id) {
    visit.require(Scope.KEYS_MANAGE);
    keys.revoke(visit.caller(), id);
    authentication.forget(id);
    return Response.seeOther(uri.getBaseUriBuilder().path("keys").build()).build();
  }

  private void put() {
    models.put("keys", keys.list(visit.caller(), Optional.empty(), MOST).items());
    models.put("now", clock.instant());
  }
}
