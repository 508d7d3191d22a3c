package dev.easel.web.ui.gallery;

import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Makes pictures of what was delivered. */
@ApplicationScoped
public class Pictures {

  @Inject Links links;

  public List<Picture> of(GenerationDetails details, HttpServletRequest request) {
    String base = request.getContextPath();
    return details.images().stream()
        .map(
            image ->
                Picture.of(
                    image,
                    details.generation(),
                    links.image(base, image),
                    links.thumbnail(base, image)))
        .toList();
  }

  public List<Picture> of(List<GenerationDetails> list, HttpServletRequest request) {
    return list.stream().flatMap(details -> of(details, request).stream()).toList();
  }
}
