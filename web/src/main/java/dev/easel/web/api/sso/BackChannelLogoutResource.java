package dev.easel.web.api.sso;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.sso.Farewells;
import dev.easel.web.api.Open;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/**
 * An identity provider's word that somebody signed out there (OpenID Connect Back-Channel Logout
 * 1.0, 2.5 to 2.8). The token proves itself; nothing else of the request counts.
 */
@Path("back-channel-logout")
@Produces(MediaType.APPLICATION_JSON)
public class BackChannelLogoutResource {

  @Inject Farewells farewells;

  /** 200 also when no session was open: the provider has to know no more. */
  @POST
  @Open
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response hear(@FormParam("logout_token") String token) {
    try {
      farewells.hear(token);
      return answer(Response.ok());
    } catch (FailureException refused) {
      if (refused.code() != FailureCode.INVALID_REQUEST) {
        throw refused;
      }
      return answer(
          Response.status(Response.Status.BAD_REQUEST)
              .entity(
                  Json.createObjectBuilder()
                      .add("error", "invalid_request")
                      .add("error_description", refused.getMessage())
                      .build()
                      .toString()));
    }
  }

  private static Response answer(Response.ResponseBuilder builder) {
    CacheControl never = new CacheControl();
    never.setNoStore(true);
    return builder.cacheControl(never).build();
  }
}
