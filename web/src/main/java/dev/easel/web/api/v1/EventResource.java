package dev.easel.web.api.v1;

import dev.easel.domain.asset.ImageId;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.identity.Scope;
import dev.easel.domain.limit.RequestKind;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.api.CountsAs;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Links;
import dev.easel.web.api.Needs;
import dev.easel.web.api.TicketAccepted;
import dev.easel.web.api.Tickets;
import dev.easel.web.api.WireJson;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;

/**
 * Files as they change. Browsers cannot set headers on an {@code EventSource}, so they fetch a
 * ticket first. Source: seed 000 "Server-Sent Events"; B8, B9.
 */
@RequestScoped
@Path("events")
@Needs({Scope.GALLERY_READ, Scope.IMAGES_GENERATE})
public class EventResource {

  private static final String FILE = "file.";

  @Inject GenerationService generations;
  @Inject CurrentCaller caller;
  @Inject FileStream streams;
  @Inject Tickets tickets;
  @Inject Links links;

  /** A word that stands for the key in one address, once and for a minute. */
  @POST
  @Path("ticket")
  @Produces(MediaType.APPLICATION_JSON)
  @CountsAs(RequestKind.READ)
  public JsonObject ticket() {
    return WireJson.object()
        .add("ticket", tickets.issue(caller.get()))
        .add("expires_in", Tickets.LIFE.toSeconds())
        .build();
  }

  @GET
  @Path("{channel}")
  @TicketAccepted
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void watch(
      @PathParam("channel") String channel,
      @Context HttpServletRequest request,
      @Context HttpServletResponse headers,
      @Context SseEventSink sink,
      @Context Sse sse) {
    ImageId file = file(channel);
    Caller who = caller.get();
    generations.get(who, file);
    // Nginx would hold events back.
    headers.setHeader("X-Accel-Buffering", "no");
    streams.open(who, file, links.base(request), sink, sse);
  }

  private static ImageId file(String channel) {
    String id = channel.startsWith(FILE) ? channel.substring(FILE.length()) : "";
    return ImageId.parse(id).orElseThrow(() -> FailureException.notFound("channel", channel));
  }
}
