package dev.easel.web.api.v2;

import dev.easel.domain.audit.AuditQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.service.audit.AuditTrail;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.ListJson;
import dev.easel.web.api.Needs;
import dev.easel.web.api.QueryReader;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;

/** What was changed in the caller's organisation, by whom and from where. */
@RequestScoped
@Path("/")
@Needs(Scope.KEYS_MANAGE)
public class AuditResource {

  private static final int USUAL_LIMIT = 100;
  private static final Pattern ENTRY_ID = Pattern.compile("aud_[0-9a-f]{24}");

  @Inject AuditTrail audit;
  @Inject CurrentCaller caller;

  @GET
  @Path("audit")
  @Produces(MediaType.APPLICATION_JSON)
  public JsonObject list(
      @BeanParam AuditParameters wanted,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit) {
    QueryReader reader = new QueryReader();
    AuditQuery query = wanted.read(reader);
    var after = reader.after("cursor", cursor, ENTRY_ID);
    int most = reader.number("limit", limit, USUAL_LIMIT, AuditFile.AT_ONCE);
    reader.check();
    return ListJson.of(
        "entries", audit.list(caller.get(), query, after, most), most, AuditFile::json);
  }

  @GET
  @Path("audit.csv")
  public Response csv(@BeanParam AuditParameters wanted) {
    return file(AuditFile.CSV, wanted.query());
  }

  @GET
  @Path("audit.jsonl")
  public Response jsonLines(@BeanParam AuditParameters wanted) {
    return file(AuditFile.JSONL, wanted.query());
  }

  private Response file(AuditFile file, AuditQuery query) {
    Caller who = caller.get(); // the request is over while the file is written
    return file.answer(after -> audit.list(who, query, after, AuditFile.AT_ONCE));
  }
}
