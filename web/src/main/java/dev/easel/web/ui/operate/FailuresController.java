package dev.easel.web.ui.operate;

import dev.easel.domain.generation.ErrorKind;
import dev.easel.domain.generation.FailureQuery;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Page;
import dev.easel.service.generation.Failure;
import dev.easel.service.generation.FailureDesk;
import dev.easel.service.node.Fleet;
import dev.easel.service.node.FleetNode;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Dead letters: what failed for reasons of the platform, to be ordered once more. */
@Controller
@RequestScoped
@Path("operate/failures")
@Produces("text/html;charset=UTF-8")
public class FailuresController {

  private static final String VIEW = "operate/failures.html";
  private static final int AT_ONCE = 50;

  @Inject FailureDesk desk;
  @Inject OperatorNames names;
  @Inject Fleet fleet;
  @Inject Visit visit;
  @Inject Models models;

  @GET
  public String show(@BeanParam FailureFilter filter) {
    visit.requireOperator();
    put(filter);
    return VIEW;
  }

  /** Those that were ticked; what one is refused for does not keep the others. */
  @POST
  @Path("requeue")
  public String requeue(@FormParam("id") List<String> ids, @BeanParam FailureFilter filter) {
    Caller operator = visit.requireOperator();
    Map<String, String> made = new LinkedHashMap<>();
    Map<String, String> refused = new LinkedHashMap<>();
    for (String id : ids.stream().distinct().limit(AT_ONCE).toList()) {
      try {
        made.put(id, desk.requeue(operator, id).as());
      } catch (FailureException refusal) {
        refused.put(id, refusal.getMessage());
      }
    }
    models.put("made", made);
    models.put("refused", refused);
    models.put("chosen", ids.size());
    put(filter);
    return VIEW;
  }

  private void put(FailureFilter filter) {
    Page<Failure> page = desk.list(filter.query(), AT_ONCE);
    models.put("filter", filter);
    models.put("narrows", filter.narrows());
    models.put("failures", page.items());
    models.put("next", page.next().orElse(null));
    models.put("kinds", FailureQuery.OURS.stream().map(ErrorKind::name).sorted().toList());
    models.put("names", names);
    models.put(
        "nodes",
        fleet.nodes().stream()
            .collect(
                Collectors.toMap(
                    FleetNode::id, node -> node.target().name(), (one, two) -> one, TreeMap::new)));
  }
}
