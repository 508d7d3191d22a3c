package dev.easel.service.generation;

import static java.util.Comparator.comparingDouble;

import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.identity.Caller;
import dev.easel.service.identity.IdentityService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Chooses the size of an order, and judges those that were asked for. */
@ApplicationScoped
class Sizes {

  @Inject IdentityService identities;

  /**
   * What was asked for; else what is nearest to the source; else what the caller prefers, if the
   * model makes it; else the model's own.
   */
  Size choose(Caller caller, GenerationRequest request, ImageModel model, Optional<Size> source) {
    if (request.size != null) {
      return request.size;
    }
    if (source.isPresent()) {
      return nearest(source.get(), model);
    }
    return Size.parse(identities.user(caller).defaultSize())
        .filter(preferred -> objection(preferred, model).isEmpty())
        .orElse(model.defaultSize());
  }

  /** What the model can make that comes nearest to the proportions and then the size. */
  static Size nearest(Size source, ImageModel model) {
    if (model.onlyListedSizes()) {
      return model.sizes().stream()
          .min(comparingDouble(listed -> distance(source, listed)))
          .orElse(model.defaultSize());
    }
    int longest = Math.max(source.width(), source.height());
    int shortest = Math.min(source.width(), source.height());
    double scale = Math.min(1, (double) model.maxEdge() / longest);
    if (shortest * scale < model.minEdge()) {
      scale = Math.min((double) model.minEdge() / shortest, (double) model.maxEdge() / longest);
    }
    return new Size(edge(source.width() * scale, model), edge(source.height() * scale, model));
  }

  private static double distance(Size a, Size b) {
    double proportions = Math.log((double) a.width() / a.height() * b.height() / b.width());
    double area = Math.log((double) a.width() * a.height() / ((double) b.width() * b.height()));
    return Math.abs(proportions) + Math.abs(area) / 100;
  }

  private static int edge(double wanted, ImageModel model) {
    int multiple = model.edgeMultiple();
    int edge = (int) Math.round(wanted / multiple) * multiple;
    int most = model.maxEdge() / multiple * multiple;
    int least = (model.minEdge() + multiple - 1) / multiple * multiple;
    return Math.max(least, Math.min(most, edge));
  }

  /** Why the model does not make that size. */
  static Optional<String> objection(Size size, ImageModel model) {
    if (model.onlyListedSizes()) {
      return model.sizes().contains(size)
          ? Optional.empty()
          : Optional.of("must be one of: " + listed(model.sizes()));
    }
    boolean fits = edgeFits(size.width(), model) && edgeFits(size.height(), model);
    return fits
        ? Optional.empty()
        : Optional.of(
            "must have edges of %d-%d pixels in multiples of %d"
                .formatted(model.minEdge(), model.maxEdge(), model.edgeMultiple()));
  }

  private static boolean edgeFits(int edge, ImageModel model) {
    return edge >= model.minEdge() && edge <= model.maxEdge() && edge % model.edgeMultiple() == 0;
  }

  private static String listed(List<Size> sizes) {
    return String.join(", ", sizes.stream().map(Size::toString).toList());
  }
}
