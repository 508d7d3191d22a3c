package dev.easel.web.api.openai;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.FormInput;
import dev.easel.web.api.JsonInput;
import dev.easel.web.api.LargeBody;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * Makes images of given ones while the client waits. Source: OpenAI's {@code POST
 * /v1/images/edits}, with files in a form or named in JSON. Whether a method that streams answers
 * is decided by {@link StreamSelector}.
 */
@RequestScoped
@Path("images/edits")
public class EditsResource {

  static final String EVENTS = "image_edit";

  @Inject CurrentCaller current;
  @Inject ImageRequests requests;
  @Inject ImageAnswers answers;

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(Scope.IMAGES_GENERATE)
  public void edit(
      @LargeBody JsonInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Suspended AsyncResponse response) {
    answers.whole(wish(sent, request, uri), request, headers, response);
  }

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Needs(Scope.IMAGES_GENERATE)
  public void stream(
      @LargeBody JsonInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Context SseEventSink sink,
      @Context Sse sse) {
    answers.stream(wish(sent, request, uri), EVENTS, headers, sink, sse);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(Scope.IMAGES_GENERATE)
  public void editForm(
      FormInput form,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Suspended AsyncResponse response) {
    answers.whole(wish(form, request, uri), request, headers, response);
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Needs(Scope.IMAGES_GENERATE)
  public void streamForm(
      FormInput form,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Context SseEventSink sink,
      @Context Sse sse) {
    answers.stream(wish(form, request, uri), EVENTS, headers, sink, sse);
  }

  private ImageWish wish(JsonInput sent, HttpServletRequest request, UriInfo uri) {
    JsonInput body = JsonInput.required(sent);
    String deployment = ImagesResource.deployment(uri);
    return requests.edit(current.get(), body, Pictures.ofEdit(body), request, deployment);
  }

  private ImageWish wish(FormInput sent, HttpServletRequest request, UriInfo uri) {
    try (FormInput form = required(sent)) {
      JsonInput body = FormFields.read(form);
      String deployment = ImagesResource.deployment(uri);
      return requests.edit(current.get(), body, Pictures.ofForm(form, body), request, deployment);
    }
  }

  /** Without content, JAX-RS hands over null. */
  static FormInput required(FormInput form) {
    if (form == null) {
      throw FailureException.of(FailureCode.INVALID_REQUEST, "A request body is required");
    }
    return form;
  }
}
