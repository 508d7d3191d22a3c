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
import dev.easel.web.api.LargeBody;
import dev.easel.web.api.Needs;
import dev.easel.web.api.Preferences;
import dev.easel.web.api.QuoteJson;
import dev.easel.web.api.SentBody;
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
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Says what a request would cost, who would serve it and when it would be done. Takes the bodies of
 * the requests themselves and refuses what they would be refused for; only what is not payable is
 * told and not refused.
 */
@RequestScoped
@Path("quote")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs({Scope.IMAGES_GENERATE, Scope.IMAGES_PROCESS})
public class QuoteResource {

  private static final String OPERATION = "operation";

  @Inject Quoting quoting;
  @Inject ModelSizes sizes;
  @Inject CurrentCaller caller;
  @Context HttpServletRequest request;

  @POST
  @CountsAs(RequestKind.READ)
  public JsonObject quote(@LargeBody JsonInput sent, @QueryParam("strict") String strict) {
    JsonInput body = JsonInput.required(sent);
    Caller who = caller.get();
    Operation operation = operation(body);
    boolean refuseStrangers = Preferences.of(request).strict(strict);
    SentBody rest = SentBody.of(withoutOperation(body));
    OrderBody read = OrderBody.read(operation, rest, refuseStrangers);
    Quote quote = quoting.quote(who, read.request(() -> sizes.usual(who, read.model())));
    return QuoteJson.of(quote).build();
  }

  /** By the last step of its address; models name some by another word. */
  private static Operation operation(JsonInput body) {
    String text = body.text(OPERATION);
    String wanted = text == null ? Operation.TEXT_TO_IMAGE.wire() : text.replace('_', '-');
    Optional<Operation> operation =
        Arrays.stream(Operation.values())
            .filter(o -> wanted.equals(o.wire()) || wanted.equals(o.capability().wire()))
            .findFirst();
    if (operation.isEmpty()) {
      body.violate(
          OPERATION,
          "must be one of: "
              + Arrays.stream(Operation.values())
                  .map(Operation::wire)
                  .collect(Collectors.joining(", ")));
    }
    body.check();
    return operation.orElseThrow();
  }

  /** What remains is the body of the request itself. */
  private static JsonInput withoutOperation(JsonInput body) {
    return JsonInput.of(WireJson.object(body.json()).remove(OPERATION).build(), body.hash());
  }
}
