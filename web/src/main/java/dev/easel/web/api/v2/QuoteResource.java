package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.service.generation.Quote;
import dev.easel.service.generation.Quoting;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.Preferences;
import dev.easel.web.api.QuoteJson;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * Says what a request would cost, who would serve it and when it would be done. Takes the bodies of
 * the requests themselves and refuses what they would be refused for; only what is not payable is
 * told and not refused.
 */
@RequestScoped
@Path("quote")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.IMAGES_GENERATE)
public class QuoteResource {

  private static final String OPERATION = "operation";

  @Inject Quoting quoting;
  @Inject ModelSizes sizes;
  @Inject CurrentCaller caller;
  @Context HttpServletRequest request;

  @POST
  @CountsAs(RequestKind.READ)
  public JsonObject quote(JsonInput sent, @QueryParam("strict") String strict) {
    JsonInput body = JsonInput.required(sent);
    Caller who = caller.get();
    readOperation(body);
    boolean refuseStrangers = Preferences.of(request).strict(strict);
    TextToImageBody read = new TextToImageBody(withoutOperation(body), refuseStrangers);
    Quote quote = quoting.quote(who, read.request(() -> sizes.usual(who, read.model())));
    return QuoteJson.of(quote).build();
  }

  private static void readOperation(JsonInput body) {
    String operation = body.text(OPERATION);
    String known = Operation.TEXT_TO_IMAGE.capability().wire();
    if (operation != null && !operation.replace('_', '-').equals(known)) {
      body.violate(OPERATION, "must be one of: " + known);
    }
    body.check();
  }

  /** What remains is the body of the request itself. */
  private static JsonInput withoutOperation(JsonInput body) {
    return JsonInput.of(WireJson.object(body.json()).remove(OPERATION).build(), body.hash());
  }
}
