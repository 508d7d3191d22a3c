package dev.easel.web.api.v2;

import dev.easel.domain.identity.Scope;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** The report of usage as CSV, by its ending, for those who cannot set {@code Accept}. */
@RequestScoped
@Path("usage.csv")
@Needs(Scope.USAGE_READ)
public class UsageFileResource {

  @Inject UsageResource usage;

  @GET
  public Response get(
      @QueryParam("from") String from,
      @QueryParam("to") String to,
      @QueryParam("group_by") List<String> groupBy) {
    return usage.csv(from, to, groupBy);
  }
}
