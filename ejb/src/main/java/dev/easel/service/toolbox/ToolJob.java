package dev.easel.service.toolbox;

import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.vision.Progress;
import dev.easel.service.editing.Settings;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** One order as a tool sees it. */
final class ToolJob {

  private final RenderOrder order;
  private final RenderListener listener;
  private final Settings settings;
  private final List<Remark> remarks = new ArrayList<>();
  private int delivered;

  ToolJob(RenderOrder order, RenderListener listener) {
    this.order = order;
    this.listener = listener;
    this.settings = Settings.of(order.work().settings());
  }

  /** What the route calls the tool, such as a network's name. */
  String upstream() {
    return order.upstreamModel();
  }

  BufferedImage source() {
    return order.initImage().orElseThrow();
  }

  Optional<BufferedImage> reference() {
    return order.work().references().stream().findFirst().map(RenderOrder.Further::pixels);
  }

  Settings settings() {
    return settings;
  }

  /**
   * Where the work stands; ends it when it was cancelled.
   *
   * @param from share of the whole that is done when this part begins
   * @param to share of the whole that is done when it ends
   */
  Progress progress(double from, double to) {
    return fraction -> {
      breathe();
      listener.progress(from + (to - from) * fraction);
    };
  }

  /**
   * @throws CancellationException if the order was cancelled
   */
  void breathe() {
    if (listener.cancelled()) {
      throw new CancellationException();
    }
  }

  void remark(String code, String message) {
    remarks.add(new Remark(code, message));
  }

  List<Remark> remarks() {
    return List.copyOf(remarks);
  }

  void deliver(BufferedImage result, JsonObject facts) {
    deliver(result, ImageRole.RESULT, facts.toString());
  }

  void deliverMask(BufferedImage mask) {
    deliver(mask, ImageRole.MASK, "");
  }

  private void deliver(BufferedImage pixels, ImageRole role, String facts) {
    listener.delivered(new RenderedImage(delivered++, 0, pixels, "", role, facts));
  }
}
