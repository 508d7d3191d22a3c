package dev.easel.web.ui.operate;

import dev.easel.domain.identity.Caller;
import dev.easel.domain.node.Wish;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.node.NodeDesk;
import dev.easel.service.node.NodeView;
import dev.easel.web.api.v2.admin.NodeBody;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The nodes: how they are, and what operators do with them. */
@Controller
@RequestScoped
@Path("operate/nodes")
@Produces("text/html;charset=UTF-8")
public class NodesController {

  private static final String LIST = "operate/nodes.html";
  private static final String ONE = "operate/node.html";

  @Inject NodeDesk desk;
  @Inject NodePage page;
  @Inject Visit visit;
  @Inject Models models;
  @Context UriInfo uri;

  @GET
  public String show(@QueryParam("after") String after) {
    visit.requireOperator();
    page.putList(after);
    page.putForm(NodeFields.empty());
    return LIST;
  }

  /** The part that changes by itself. */
  @GET
  @Path("rows")
  public String rows(@QueryParam("after") String after) {
    visit.requireOperator();
    page.putList(after);
    return "operate/node-rows.html";
  }

  @POST
  public Response add(@BeanParam NodeForm form) {
    Caller operator = visit.requireOperator();
    try {
      NodeView made = desk.add(operator, new NodeBody(form.creating(), page::model).wish());
      return to(made.node().id());
    } catch (FailureException refused) {
      Refusals.put(models, refused);
      page.putList(null);
      page.putForm(form.fields());
      return Response.status(Refusals.status(refused)).entity(LIST).build();
    }
  }

  @GET
  @Path("{id}")
  public String one(@PathParam("id") String id) {
    visit.requireOperator();
    NodeView view = desk.get(id);
    return one(view, fields(view));
  }

  @GET
  @Path("{id}/state")
  public String state(@PathParam("id") String id) {
    visit.requireOperator();
    page.putOne(desk.get(id));
    return "operate/node-state.html";
  }

  @POST
  @Path("{id}")
  public Response change(@PathParam("id") String id, @BeanParam NodeForm form) {
    Caller operator = visit.requireOperator();
    NodeView before = desk.get(id);
    try {
      NodeBody body = new NodeBody(form.changing(), page::model);
      desk.change(operator, id, body.version(), body.wish());
      return to(before.node().id());
    } catch (FailureException refused) {
      return refused(refused, before, form.fields());
    }
  }

  @POST
  @Path("{id}/{wish:cordon|uncordon|drain}")
  public Response wish(@PathParam("id") String id, @PathParam("wish") String word) {
    Caller operator = visit.requireOperator();
    Wish wish =
        switch (word) {
          case "cordon" -> Wish.CORDONED;
          case "drain" -> Wish.DRAINING;
          default -> Wish.ACTIVE;
        };
    return to(desk.wish(operator, id, wish).node().id());
  }

  @POST
  @Path("{id}/probe")
  public Response probe(@PathParam("id") String id) {
    visit.requireOperator();
    return to(desk.probe(id).node().id());
  }

  @POST
  @Path("{id}/trial")
  public Response trial(@PathParam("id") String id) {
    visit.requireOperator();
    NodeDesk.Trial trial = desk.trial(id);
    models.put("tried", true);
    models.put("fault", trial.fault().orElse(null));
    return Response.ok(one(trial.node(), fields(trial.node()))).build();
  }

  @POST
  @Path("{id}/release")
  public Response release(@PathParam("id") String id) {
    return to(desk.release(visit.requireOperator(), id).node().id());
  }

  @POST
  @Path("{id}/remove")
  public Response remove(@PathParam("id") String id, @FormParam("force") String force) {
    Caller operator = visit.requireOperator();
    NodeView view = desk.get(id);
    try {
      desk.remove(operator, id, force != null);
      return Response.seeOther(uri.getBaseUriBuilder().path("operate/nodes").build()).build();
    } catch (FailureException refused) {
      return refused(refused, view, fields(view));
    }
  }

  private Response refused(FailureException refused, NodeView view, NodeFields fields) {
    Refusals.put(models, refused);
    return Response.status(Refusals.status(refused)).entity(one(view, fields)).build();
  }

  private String one(NodeView view, NodeFields fields) {
    page.putOne(view);
    page.putForm(fields);
    return ONE;
  }

  private Response to(String id) {
    return Response.seeOther(uri.getBaseUriBuilder().path("operate/nodes").path(id).build())
        .build();
  }

  private static NodeFields fields(NodeView view) {
    return NodeForm.of(view.node().terms(), view.node().version());
  }
}
