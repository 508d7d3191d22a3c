package dev.easel.web.api.v2.admin;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.workflow.Workflow;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.workflow.WorkflowDesk;
import dev.easel.service.workflow.WorkflowReader;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.Needs;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** Graphs of nodes as routes of models. Only administrators ever send one. */
@RequestScoped
@Path("admin/workflows")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.ADMIN)
public class WorkflowResource {

  @Inject WorkflowDesk desk;
  @Inject WorkflowReader reader;
  @Inject CatalogService catalog;
  @Context UriInfo uri;

  @GET
  public JsonObject list(
      @QueryParam("model") String model, @QueryParam("operation") String operation) {
    Optional<Capability> use = WorkflowBody.operation(operation);
    List<Workflow> found =
        desk.list().stream()
            .filter(workflow -> model == null || workflow.modelId().equals(model))
            .filter(workflow -> use.isEmpty() || workflow.operation() == use.get())
            .toList();
    return WireJson.object()
        .add("workflows", WireJson.array(found, workflow -> json().summary(workflow)))
        .build();
  }

  @POST
  public Response create(JsonInput sent) {
    WorkflowBody body = new WorkflowBody(JsonInput.required(sent));
    Workflow made = desk.create(body.id(), body.terms());
    return Response.created(uri.getAbsolutePathBuilder().path(made.id()).build())
        .entity(json().whole(made))
        .build();
  }

  @GET
  @Path("{id}")
  public JsonObject get(@PathParam("id") String id) {
    return json().whole(desk.get(id));
  }

  @PUT
  @Path("{id}")
  public JsonObject replace(@PathParam("id") String id, JsonInput sent) {
    WorkflowBody body = new WorkflowBody(JsonInput.required(sent));
    body.mustNotRename();
    return changed(desk.replace(id, body.version(), body.terms()));
  }

  @PUT
  @Path("{id}/files")
  public JsonObject chooseFiles(@PathParam("id") String id, JsonInput sent) {
    WorkflowFilesBody body = new WorkflowFilesBody(JsonInput.required(sent));
    return changed(desk.chooseFiles(id, body.version(), body.files()));
  }

  /** Without a body, against any node that answers. */
  @POST
  @Path("{id}/check")
  public JsonObject check(@PathParam("id") String id, JsonInput sent) {
    WorkflowCheckBody body = new WorkflowCheckBody(sent);
    WorkflowDesk.Checked checked = desk.check(id, body.objectInfo(), body.node());
    catalog.refresh();
    return json().checked(checked);
  }

  @POST
  @Path("{id}/enable")
  public JsonObject enable(@PathParam("id") String id) {
    return changed(desk.enable(id));
  }

  @POST
  @Path("{id}/disable")
  public JsonObject disable(@PathParam("id") String id) {
    return changed(desk.disable(id));
  }

  @DELETE
  @Path("{id}")
  public void remove(@PathParam("id") String id) {
    desk.remove(id);
    catalog.refresh();
  }

  private JsonObject changed(Workflow workflow) {
    catalog.refresh();
    return json().whole(workflow);
  }

  private WorkflowJson json() {
    return new WorkflowJson(desk, reader);
  }
}
