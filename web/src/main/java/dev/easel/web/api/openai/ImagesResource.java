package dev.easel.web.api.openai;

import dev.easel.domain.identity.Scope;
import dev.easel.web.api.CurrentCaller;
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
 * Makes images while the client waits. Source: seed 002 and OpenAI's {@code POST
 * /v1/images/generations}. Which of the two methods answers is decided by {@link StreamSelector}
 * from the body's {@code stream}.
 */
@RequestScoped
@Path("images/generations")
@Consumes(MediaType.APPLICATION_JSON)
public class ImagesResource {

  static final String EVENTS = "image_generation";

  @Inject CurrentCaller current;
  @Inject ImageRequests requests;
  @Inject ImageAnswers answers;

  @POST
  @Produces(MediaType.APPLICATION_JSON)
  @Needs(Scope.IMAGES_GENERATE)
  public void create(
      @LargeBody JsonInput sent,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context UriInfo uri,
      @Suspended AsyncResponse response) {
    answers.whole(wish(sent, request, uri), request, headers, response);
  }

  @POST
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

  private ImageWish wish(JsonInput sent, HttpServletRequest request, UriInfo uri) {
    JsonInput body = JsonInput.required(sent);
    return requests.generation(current.get(), body, request, deployment(uri));
  }

  /** The Azure path's word for the model; null on other paths. */
  static String deployment(UriInfo uri) {
    return uri.getPathParameters().getFirst("deployment");
  }
}
