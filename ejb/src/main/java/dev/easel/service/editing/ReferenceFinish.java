package dev.easel.service.editing;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.editing.ColourTransfer;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is done with further images that the model itself makes no use of: results get the colours
 * of those that show a style, and the answer says so, as it does of those that come to nothing.
 */
final class ReferenceFinish implements Finish {

  private final List<Reference> left;
  private final List<Style> styles = new ArrayList<>();
  private final Finish next;

  /**
   * @param left what the model did not take
   * @param pixels loads one; empty if it was deleted
   * @param next what is done afterwards
   */
  ReferenceFinish(
      List<Reference> left, Function<Reference, Optional<BufferedImage>> pixels, Finish next) {
    this.left = left;
    this.next = next;
    left.stream()
        .filter(reference -> reference.role() == ReferenceRole.STYLE)
        .forEach(
            reference ->
                pixels
                    .apply(reference)
                    .ifPresent(found -> styles.add(new Style(found, reference.strength()))));
  }

  @Override
  public RenderedImage image(RenderedImage rendered) {
    return next.image(rendered.role() == ImageRole.RESULT ? styled(rendered) : rendered);
  }

  @Override
  public String findings() {
    return next.findings();
  }

  @Override
  public List<Remark> remarks() {
    List<Remark> remarks = new ArrayList<>(next.remarks());
    if (!styles.isEmpty()) {
      remarks.add(
          new Remark(
              "style_reference_colors",
              "The model takes no style references: the result got the colours of %s"
                  .formatted(styles.size() == 1 ? "yours" : "your " + styles.size())));
    }
    int unused = left.size() - styles.size();
    if (unused > 0) {
      remarks.add(
          new Remark(
              "reference_unused",
              unused
                  + " of your images had no effect: the model takes no further images of that"
                  + " kind, or not as many"));
    }
    return remarks;
  }

  /** Each counts as much as those before it together with it, so that all weigh the same. */
  private RenderedImage styled(RenderedImage rendered) {
    BufferedImage pixels = rendered.pixels();
    for (int i = 0; i < styles.size(); i++) {
      Style style = styles.get(i);
      pixels = ColourTransfer.apply(pixels, style.pixels(), style.strength() / (i + 1));
    }
    return styles.isEmpty() ? rendered : rendered.with(pixels, rendered.facts());
  }

  private record Style(BufferedImage pixels, double strength) {}
}
