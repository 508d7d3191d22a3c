package dev.easel.web.api;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Lifecycle;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code Deprecation}, {@code Sunset} (RFC 8594) and {@code Link} for a model past its prime. */
public final class LifecycleHeaders {

  private LifecycleHeaders() {}

  /**
   * Empty for a model in its prime.
   *
   * @param models address below which the surface has its models, with the slash
   */
  public static Map<String, String> of(ImageModel model, String models) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (model.lifecycle() == Lifecycle.ACTIVE) {
      return headers;
    }
    // Vendors announce when a model ends, not since when it is deprecated: no date to give.
    headers.put("Deprecation", "true");
    model
        .sunsetOn()
        .map(day -> day.atStartOfDay(ZoneOffset.UTC))
        .ifPresent(end -> headers.put("Sunset", DateTimeFormatter.RFC_1123_DATE_TIME.format(end)));
    model
        .successorId()
        .ifPresent(
            id -> headers.put("Link", "<" + address(models, id) + ">; rel=\"successor-version\""));
    return headers;
  }

  private static String address(String models, String modelId) {
    String escaped = URLEncoder.encode(modelId, StandardCharsets.UTF_8).replace("%2F", "/");
    return models + escaped;
  }
}
