package dev.easel.service.generation;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.StoredImage;
import dev.easel.domain.generation.Generation;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.Remark;
import java.util.ArrayList;
import java.util.List;

/**
 * What an attempt brought about: images whose files are durable, and what was found out.
 *
 * @param stored results and what comes along with them
 */
public record Delivery(List<StoredImage> stored, RenderOutcome.Completed outcome) {

  public Delivery {
    stored = List.copyOf(stored);
  }

  /** What is charged for: results, or the one answer where no image is made. */
  int units(Generation generation) {
    if (!generation.operation().makesImages()) {
      return outcome.findings().isEmpty() ? 0 : 1;
    }
    return (int) stored.stream().filter(image -> image.role() == ImageRole.RESULT).count();
  }

  Credits charge(Generation generation) {
    return generation.unitPrice().times(units(generation));
  }

  /** Remarks of the provider, and one that says so if it is less than was ordered. */
  List<Remark> remarks(Generation generation) {
    List<Remark> all = new ArrayList<>(outcome.warnings());
    int units = units(generation);
    if (units < generation.count()) {
      all.add(
          new Remark(
              "partial_result",
              units + " of " + generation.count() + " images; only these were charged"));
    }
    return all;
  }
}
