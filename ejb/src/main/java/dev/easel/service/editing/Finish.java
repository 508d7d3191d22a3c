package dev.easel.service.editing;

import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import java.util.List;

/** What is done to the images of one order after their provider, and what is found out thereby. */
public interface Finish {

  /** Nothing. */
  Finish NONE = image -> image;

  /** The image as it is delivered, with what is to be told of it. */
  RenderedImage image(RenderedImage rendered);

  /** What is to be told of the order as a whole, a JSON object; empty for nothing. */
  default String findings() {
    return "";
  }

  /** What could not be done as asked for; complete once every image is finished. */
  default List<Remark> remarks() {
    return List.of();
  }
}
