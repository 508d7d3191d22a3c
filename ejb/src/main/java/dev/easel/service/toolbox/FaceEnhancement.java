package dev.easel.service.toolbox;

import dev.easel.domain.editing.Mask;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.vision.Detection;
import dev.easel.domain.vision.Region;
import dev.easel.domain.vision.Upscaler;
import dev.easel.domain.vision.Upscaling;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * Does the faces of an enlarged picture once more with the best network for photographs that is
 * installed, and blends them in. Where that network made the picture already, nothing is left to
 * enhance.
 */
final class FaceEnhancement {

  /** A face and its surroundings, as parts of the face's own size on each side. */
  private static final double MARGIN = 0.35;

  private final Upscaling upscaling;
  private final Upscaler used;
  private final int factor;
  private int found;
  private int enhanced;

  FaceEnhancement(Upscaling upscaling, Upscaler used, int factor) {
    this.upscaling = upscaling;
    this.used = used;
    this.factor = factor;
  }

  int found() {
    return found;
  }

  int enhanced() {
    return enhanced;
  }

  BufferedImage apply(
      BufferedImage source, List<Detection> faces, BufferedImage enlarged, ToolJob job) {
    found = faces.size();
    Upscaler better = upscaling.isInstalled(Upscaler.PHOTO) ? Upscaler.PHOTO : Upscaler.GENERAL;
    if (faces.isEmpty()) {
      return enlarged;
    }
    if (better == used) {
      job.remark(
          "faces_not_enhanced",
          "No network is installed here that does faces better than " + job.upstream());
      return enlarged;
    }
    for (Detection face : faces) {
      double done = 0.7 + 0.2 * enhanced / faces.size();
      Region part = around(face.box(), source);
      BufferedImage cut = source.getSubimage(part.x(), part.y(), part.width(), part.height());
      BufferedImage fresh =
          upscaling.upscale(cut, better, factor, job.progress(done, done + 0.2 / faces.size()));
      blend(enlarged, fresh, part.x() * factor, part.y() * factor);
      enhanced++;
    }
    return enlarged;
  }

  private static Region around(Region face, BufferedImage source) {
    double across = face.width() * MARGIN;
    double down = face.height() * MARGIN;
    return Region.within(
        source.getWidth(),
        source.getHeight(),
        face.x() - across,
        face.y() - down,
        face.x() + face.width() + across,
        face.y() + face.height() + down);
  }

  /** Paints one over the other, fading out towards the border. */
  private static void blend(BufferedImage under, BufferedImage fresh, int left, int top) {
    int width = fresh.getWidth();
    int height = fresh.getHeight();
    BufferedImage oval = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = oval.createGraphics();
    graphics.setColor(Color.WHITE);
    graphics.fillOval(width / 8, height / 8, width * 3 / 4, height * 3 / 4);
    graphics.dispose();
    Mask mask = Mask.of(oval, Polarity.LIGHT).blurred(Math.min(width, height) / 24.0);
    BufferedImage part = under.getSubimage(left, top, width, height);
    BufferedImage blended = mask.blend(part, fresh);
    int[] pixels = blended.getRGB(0, 0, width, height, null, 0, width);
    under.setRGB(left, top, width, height, pixels, 0, width);
  }
}
