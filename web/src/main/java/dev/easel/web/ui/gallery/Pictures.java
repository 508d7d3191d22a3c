package dev.easel.web.ui.gallery;

import dev.easel.domain.generation.Generation;
import dev.easel.service.generation.GenerationDetails;
import dev.easel.web.api.Links;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Makes pictures of what was delivered. */
@ApplicationScoped
public class Pictures {

  @Inject Links links;
  @Inject Texts texts;

  public List<Picture> of(GenerationDetails details, HttpServletRequest request) {
    String base = request.getContextPath();
    return details.images().stream()
        .map(
            image ->
                Picture.of(
                    image,
                    details.generation(),
                    links.image(base, image),
                    links.thumbnail(base, image),
                    caption(details.generation())))
        .toList();
  }

  /** What was asked for, else what made it. */
  private String caption(Generation generation) {
    return generation.prompt().isBlank()
        ? texts.of("gallery.by", generation.modelId())
        : generation.prompt();
  }

  public List<Picture> of(List<GenerationDetails> list, HttpServletRequest request) {
    return list.stream().flatMap(details -> of(details, request).stream()).toList();
  }
}
