package dev.easel.adapter.vision.onnx;

import dev.easel.adapter.vision.Pictures;
import dev.easel.domain.vision.Matting;
import dev.easel.domain.vision.Progress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;

/** U-2-Net in its small form. It sees 320 by 320 pixels; what is finer is not in its masks. */
@ApplicationScoped
class U2netMatting implements Matting {

  private static final int EDGE = 320;
  private static final float[] MEAN = {0.485f * 255, 0.456f * 255, 0.406f * 255};
  private static final float[] DEVIATION = {0.229f * 255, 0.224f * 255, 0.225f * 255};

  /** Below this nothing in the picture stands out, and stretching would blow up what is left. */
  private static final float LEAST = 0.3f;

  @Inject Networks networks;

  @Override
  public BufferedImage alpha(BufferedImage source) {
    BufferedImage opaque = Pictures.onWhite(source);
    float[] seen = Resizing.area(Samples.of(opaque), EDGE, EDGE).scaled(MEAN, DEVIATION).values;
    float[] mask =
        networks.use(
            Model.MATTING, Progress.NONE, network -> network.first(seen, 1, 3, EDGE, EDGE));
    stretch(mask);
    return picture(mask, source);
  }

  /** From the least to the greatest value, as the network was trained to be read. */
  private static void stretch(float[] mask) {
    float low = Float.MAX_VALUE;
    float high = 0;
    for (float value : mask) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    float bottom = high < LEAST ? 0 : low;
    float range = high < LEAST ? 1 : high - low;
    for (int i = 0; i < mask.length; i++) {
      mask[i] = range == 0 ? mask[i] : (mask[i] - bottom) / range;
    }
  }

  private static BufferedImage picture(float[] mask, BufferedImage source) {
    int width = source.getWidth();
    BufferedImage opacity = Pictures.opacity(source);
    float[] large = Resizing.centred(mask, EDGE, EDGE, width, source.getHeight());
    int[] row = new int[width];
    for (int y = 0; y < source.getHeight(); y++) {
      opacity.getRaster().getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        row[x] = Math.round(row[x] * Math.max(0, Math.min(1, large[y * width + x])));
      }
      opacity.getRaster().setSamples(0, y, width, 1, 0, row);
    }
    return opacity;
  }
}
