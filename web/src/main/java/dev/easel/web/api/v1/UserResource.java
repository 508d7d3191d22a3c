package dev.easel.web.api.v1;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.identity.User;
import dev.easel.domain.shared.Credits;
import dev.easel.service.identity.IdentityService;
import dev.easel.service.ledger.Ledger;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The caller and what is left to spend: {@code balance} in dollars, as the prices of v1 are. */
@RequestScoped
@Path("user")
@Needs(Scope.PROFILE_READ)
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

  @Inject IdentityService identities;
  @Inject Ledger ledger;
  @Inject CurrentCaller caller;

  @GET
  @Path("me")
  public JsonObject me() {
    Caller who = caller.get();
    User user = identities.user(who);
    Credits available = ledger.available(who.tenantId());
    return WireJson.object()
        .add("id", user.id())
        .add("email", user.email())
        .add("username", user.username())
        .add("balance", Wire.usd(available))
        .add("credits", available.credits())
        .add("vip", who.vip())
        .add("plan", identities.plan(who).id())
        .add("created_at", user.createdAt().toString())
        .build();
  }
}
