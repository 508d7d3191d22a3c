package dev.easel.web.api.openai;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.web.api.LifecycleHeaders;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.ResponseBuilder;

/** Tells clients in headers that a model goes, when (RFC 8594), and what comes after it. */
@ApplicationScoped
public class DeprecationHeaders {

  @Inject CatalogService catalog;

  ResponseBuilder onto(ResponseBuilder response, String modelId) {
    catalog.current().find(modelId).map(CatalogEntry::model).ifPresent(m -> add(response, m));
    return response;
  }

  private static void add(ResponseBuilder response, ImageModel model) {
    LifecycleHeaders.of(model, "/v1/models/").forEach(response::header);
  }
}
