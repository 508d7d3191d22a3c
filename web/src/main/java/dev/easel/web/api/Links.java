package dev.easel.web.api;

import dev.easel.domain.asset.Image;
import dev.easel.service.asset.ImageLinks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Absolute addresses as clients see them: {@code easel.public-url} where set, else as the request
 * named us.
 */
@ApplicationScoped
public class Links {

  @Inject ImageLinks images;

  @Inject
  @ConfigProperty(name = "easel.public-url")
  Optional<String> publicUrl;

  /** Scheme, host and port, without a slash at the end. */
  public String base(HttpServletRequest request) {
    return publicUrl.map(Links::trimmed).orElseGet(() -> asCalled(request));
  }

  public String image(String base, Image image) {
    return base + images.image(image);
  }

  public String thumbnail(String base, Image image) {
    return base + images.thumbnail(image);
  }

  /** As {@link #image}, but of no use from then on. */
  public String image(String base, Image image, Instant until) {
    return base + images.image(image, until);
  }

  /** As {@link #thumbnail}, but of no use from then on. */
  public String thumbnail(String base, Image image, Instant until) {
    return base + images.thumbnail(image, until);
  }

  private static String asCalled(HttpServletRequest request) {
    int port = request.getServerPort();
    boolean usual = port == (request.getScheme().equals("https") ? 443 : 80);
    return request.getScheme()
        + "://"
        + request.getServerName()
        + (usual ? "" : ":" + port)
        + request.getContextPath();
  }

  private static String trimmed(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
