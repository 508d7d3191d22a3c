package dev.easel.web.api.openai;

import static java.util.stream.Collectors.toSet;

import dev.easel.domain.identity.Scope;
import dev.easel.domain.usage.Dimension;
import dev.easel.domain.usage.UsageRow;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.usage.UsageReports;
import dev.easel.web.api.CurrentCaller;
import dev.easel.web.api.Needs;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Images in buckets of time. Source: OpenAI {@code GET /v1/organization/usage/images}. The
 * organization is the tenant, which is also its only project.
 */
@RequestScoped
@Path("organization/usage/images")
@Produces(MediaType.APPLICATION_JSON)
@Needs(Scope.USAGE_READ)
public class ImageUsageResource {

  @Inject UsageReports reports;
  @Inject CatalogService catalog;
  @Inject CurrentCaller caller;
  @Inject Clock clock;

  @GET
  public JsonObject list(@Context UriInfo uri) {
    ImageUsageWish wish = new ImageUsageParameters(uri.getQueryParameters()).read(clock.instant());
    List<ImageUsageWish.Bucket> buckets = wish.buckets();
    String project = caller.get().tenantId();
    boolean own = wish.projects().map(wanted -> wanted.contains(project)).orElse(true);
    List<UsageRow> rows = own && !buckets.isEmpty() ? rows(wish, buckets) : List.of();
    return ImageUsageJson.page(wish, buckets, rows, project);
  }

  private List<UsageRow> rows(ImageUsageWish wish, List<ImageUsageWish.Bucket> buckets) {
    return reports.images(
        caller.get(),
        buckets.get(0).start(),
        buckets.get(buckets.size() - 1).end(),
        wish.dimensions(),
        wish.width(),
        only(wish));
  }

  /** Models may be told by their aliases, as everywhere. */
  private Map<Dimension, Set<String>> only(ImageUsageWish wish) {
    Map<Dimension, Set<String>> only = new HashMap<>(wish.only());
    only.computeIfPresent(
        Dimension.MODEL, (model, names) -> names.stream().map(this::modelId).collect(toSet()));
    return only;
  }

  private String modelId(String name) {
    return catalog.current().find(name).map(entry -> entry.model().id()).orElse(name);
  }
}
