package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.ContentScore;
import dev.easel.domain.vision.ContentScorer;
import dev.easel.domain.vision.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;

/** The classifier of nsfwjs. It was trained on pictures shrunk as plainly as they are here. */
@ApplicationScoped
class MobileNetScorer implements ContentScorer {

  private static final int EDGE = 224;

  @Inject Networks networks;

  @Override
  public ContentScore score(BufferedImage source) {
    Samples small = Resizing.cornered(Pictures.onWhite(source), EDGE, EDGE);
    float[] seen = small.scaled(0, 255).interleaved();
    float[] parts =
        networks.use(
            Model.CONTENT, Progress.NONE, network -> network.first(seen, 1, EDGE, EDGE, 3));
    return new ContentScore(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }
}
