package dev.easel.web.api.openai;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Tells clients in headers that a model goes, when (RFC 8594), and what comes after it. */
@ApplicationScoped
public class DeprecationHeaders {

  @Inject CatalogService catalog;

  ResponseBuilder onto(ResponseBuilder response, String modelId) {
    catalog.current().find(modelId).map(CatalogEntry::model).ifPresent(m -> add(response, m));
    return response;
  }

  private static void add(ResponseBuilder response, ImageModel model) {
    if (model.lifecycle() == Lifecycle.ACTIVE) {
      return;
    }
    response.header("Deprecation", "true");
    model
        .sunsetOn()
        .map(day -> day.atStartOfDay(ZoneOffset.UTC))
        .map(DateTimeFormatter.RFC_1123_DATE_TIME::format)
        .ifPresent(date -> response.header("Sunset", date));
    model
        .successorId()
        .map("</v1/models/%s>; rel=\"successor-version\""::formatted)
        .ifPresent(link -> response.header("Link", link));
  }
}
