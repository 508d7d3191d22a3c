package dev.easel.web.ui.studio;

import dev.easel.domain.identity.Scope;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.service.generation.GenerationService;
import dev.easel.web.ui.gallery.Picture;
import dev.easel.web.ui.gallery.Pictures;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.util.List;
import java.util.stream.Stream;

/** What several models made of one prompt and one seed, side by side. */
@Controller
@RequestScoped
@Path("studio/compare")
@Produces("text/html;charset=UTF-8")
public class CompareController {

  private static final int MOST = 8;

  @Inject GenerationService generations;
  @Inject Pictures pictures;
  @Inject Visit visit;
  @Inject Models models;
  @Context HttpServletRequest request;

  /**
   * @param of ids, by commas
   */
  @GET
  public String show(@QueryParam("of") @DefaultValue("") String of) {
    put(of);
    return "studio/compare.html";
  }

  /** The part that changes, asked for until all are final. */
  @GET
  @Path("state")
  public String state(@QueryParam("of") @DefaultValue("") String of) {
    put(of);
    return "studio/compared.html";
  }

  private void put(String of) {
    visit.require(Scope.GALLERY_READ);
    List<Side> sides =
        Stream.of(of.split(","))
            .filter(id -> !id.isBlank())
            .distinct()
            .limit(MOST)
            .map(id -> generations.get(visit.caller(), id))
            .map(details -> new Side(details, pictures.of(details, request)))
            .toList();
    models.put("of", of);
    models.put("sides", sides);
    models.put(
        "ended", sides.stream().allMatch(side -> side.details().generation().status().isFinal()));
  }

  /** One model's part. */
  public record Side(GenerationDetails details, List<Picture> pictures) {

    public long percent() {
      return Math.round(details.progress() * 100);
    }
  }
}
