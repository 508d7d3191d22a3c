package dev.easel.web.api.v2.admin;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.Page;
import dev.easel.service.plan.MadeTenant;
import dev.easel.service.plan.NewTenant;
import dev.easel.service.plan.TenantDesk;
import dev.easel.service.plan.TenantView;
import dev.easel.service.usage.UsageService;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Pattern;

/** The tenants of this server: made, shown and put on plans by administrators. */
@RequestScoped
@Path("admin/tenants")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class TenantsResource {

  private static final int USUAL_LIMIT = 50;
  private static final int MOST_LIMIT = 200;
  private static final Pattern TENANT_ID = Pattern.compile("ten_[0-9a-z_]{1,36}");

  @Inject TenantDesk desk;
  @Inject CurrentCaller caller;
  @Inject UsageService usages;

  @GET
  public JsonObject list(
      @QueryParam("search") String search,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    Optional<String> after = reader.after("cursor", cursor, TENANT_ID);
    int most = reader.number("limit", limit, USUAL_LIMIT, MOST_LIMIT);
    String part = reader.word("search", search).orElse("");
    reader.check();
    Page<TenantView> page = desk.list(part, after, most);
    return ListJson.of("tenants", page, most, TenantJson::of);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(JsonInput sent) {
    NewTenant wish = new TenantBody(sent).wish();
    MadeTenant made = desk.create(caller.get(), wish);
    JsonObject entity =
        WireJson.object()
            .add("tenant", TenantJson.of(desk.get(made.tenantId())))
            .add("owner", TenantJson.owner(made))
            .add("api_key", made.apiKey())
            .build();
    return Response.status(Response.Status.CREATED)
        .entity(entity)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    TenantView tenant = desk.get(id);
    return TenantJson.of(tenant).add("usage", TenantJson.usage(usages.of(id), tenant)).build();
  }

  @PATCH
  @Path("{id}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonObject change(@PathParam("id") String id, JsonInput sent) {
    desk.change(caller.get(), id, new TenantBody(sent).change());
    return get(id);
  }
}
