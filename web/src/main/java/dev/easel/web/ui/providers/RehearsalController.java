package dev.easel.web.ui.providers;

import dev.easel.service.sso.Rehearsal;
import dev.easel.service.sso.Rehearsals;
import dev.easel.web.ui.Corrections;
import dev.easel.web.ui.session.Visit;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What a sign-in would come to. */
@Controller
@RequestScoped
@Path("operate/sign-in/{slug}/dry-run")
@Produces("text/html;charset=UTF-8")
public class RehearsalController {

  private static final int LONGEST_CLAIMS = 32_000;

  @Inject Rehearsals rehearsals;
  @Inject ProviderPages pages;
  @Inject Corrections corrections;
  @Inject Visit visit;
  @Inject Models models;

  @PathParam("slug")
  private String slug;

  /** Nothing of what is tried is kept; groups one on each line. */
  @POST
  public Response rehearse(@FormParam("claims") String claims, @FormParam("groups") String groups) {
    visit.requireOperator();
    models.put("typedClaims", text(claims));
    models.put("typedGroups", text(groups));
    Response answer =
        corrections.after(
            () -> models.put("rehearsal", rehearse(text(claims), names(text(groups)))),
            Map.of(),
            () -> pages.one(slug));
    models.put("done", false); // nothing was changed
    return answer;
  }

  private Rehearsal rehearse(String claims, Set<String> groups) {
    return claims.isBlank() ? rehearsals.ofGroups(slug, groups) : rehearsals.ofClaims(slug, claims);
  }

  private static Set<String> names(String lines) {
    return lines
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String text(String sent) {
    String text = sent == null ? "" : sent;
    return text.length() > LONGEST_CLAIMS ? text.substring(0, LONGEST_CLAIMS) : text;
  }
}
