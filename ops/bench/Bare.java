import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The least a server can do: what everything else is measured beside. */
@ApplicationPath("/")
public class Bare extends Application {

  @Override
  public Set<Class<?>> getClasses() {
    return Set.of(BareResource.class);
  }

  /** Takes a body and answers a small JSON object. */
  @Path("bare")
  @Produces("application/json")
  public static class BareResource {
    @GET
    public String get() {
      return "{\"status\":\"ready\"}";
    }

    @POST
    public String post(String body) {
      return "{\"length\":" + body.length() + "}";
    }
  }
}
