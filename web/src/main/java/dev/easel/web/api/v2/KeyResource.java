package dev.easel.web.api.v2;

import dev.easel.domain.identity.ApiKey;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.identity.Authentication;
import dev.easel.service.identity.IssuedKey;
import dev.easel.service.identity.KeyService;
import dev.easel.web.api.ClientAddress;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tenant's keys. The whole of a key is told once, in the answer that makes it. */
@RequestScoped
@Path("keys")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.KEYS_MANAGE)
public class KeyResource {

  private static final Pattern KEY_ID = Pattern.compile("[0-9A-Za-z]{12}");
  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final Duration USUAL_OVERLAP = Duration.ofDays(1);
  private static final Duration MOST_OVERLAP = Duration.ofDays(30);

  @Inject KeyService keys;
  @Inject Authentication authentication;
  @Inject CatalogService catalog;
  @Inject ClientAddress addresses;
  @Inject CurrentCaller caller;
  @Inject Clock clock;
  @Context HttpServletRequest request;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput body) {
    KeyBody wanted = read(body);
    String holder = wanted.userId().orElse(caller.get().userId());
    return created(keys.create(caller.get(), holder, wanted::over));
  }

  @GET
  public JsonObject list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, KEY_ID);
    int size = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    reader.check();
    Page<ApiKey> page = keys.list(caller.get(), after, size);
    return ListJson.of("keys", page, size, this::json);
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json(keys.get(caller.get(), known(id))).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput body) {
    KeyBody wanted = read(body).withoutHolder();
    ApiKey changed = keys.change(caller.get(), known(id), wanted::over, addresses.of(request));
    authentication.forget(id);
    return json(changed).build();
  }

  /** Without a body the old key works for another day. */
  @POST
  @Path("{id}/rotate")
  public Response rotate(@PathParam("id") String id, JsonInput body) {
    IssuedKey issued = keys.rotate(caller.get(), known(id), overlap(body));
    authentication.forget(id);
    return created(issued);
  }

  @DELETE
  @Path("{id}")
  public void revoke(@PathParam("id") String id) {
    keys.revoke(caller.get(), known(id));
    authentication.forget(id);
  }

  private KeyBody read(JsonInput body) {
    return new KeyBody(JsonInput.required(body), catalog, clock.instant());
  }

  private Response created(IssuedKey issued) {
    return Response.status(Response.Status.CREATED)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(json(issued.key()).add("key", issued.text()).build())
        .build();
  }

  private JsonObjectBuilder json(ApiKey key) {
    return KeyJson.of(key, clock.instant());
  }

  private static Duration overlap(JsonInput body) {
    Long seconds = body == null ? null : body.longInteger("overlap_seconds");
    if (seconds != null && (seconds < 0 || seconds > MOST_OVERLAP.toSeconds())) {
      body.violate("overlap_seconds", "must be between 0 and " + MOST_OVERLAP.toSeconds());
    }
    if (body != null) {
      body.check();
    }
    return seconds == null ? USUAL_OVERLAP : Duration.ofSeconds(seconds);
  }

  private static String known(String id) {
    if (!KEY_ID.matcher(id).matches()) {
      throw FailureException.notFound("key", id);
    }
    return id;
  }
}
