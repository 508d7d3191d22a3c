package dev.easel.fake;

import dev.easel.domain.provider.CallProvider;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderOutcome;
import dev.easel.domain.provider.RenderedImage;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A provider that does what the test says, and remembers what it was asked. */
public final class ScriptedProvider implements CallProvider {

  public static final String ADAPTER = "scripted";

  /** One way of working. */
  public interface Script {
    RenderOutcome play(RenderOrder order, RenderListener listener);
  }

  private final List<RenderOrder> orders = new ArrayList<>();
  private Script script = deliversAll();

  /** Whether nothing it makes can offend. */
  public boolean beyondDoubt;

  public void plays(Script next) {
    script = next;
  }

  public List<RenderOrder> orders() {
    return orders;
  }

  public static Script deliversAll() {
    return (order, listener) -> delivers(order.count()).play(order, listener);
  }

  public static Script delivers(int images) {
    return (order, listener) -> {
      for (int index = 0; index < images; index++) {
        listener.delivered(image(order, index));
      }
      return new RenderOutcome.Completed(List.of());
    };
  }

  /** Delivers one image, then ends otherwise. */
  public static Script deliversOneThen(RenderOutcome outcome) {
    return (order, listener) -> {
      listener.delivered(image(order, 0));
      return outcome;
    };
  }

  public static Script unavailable(Duration pause) {
    return (order, listener) -> new RenderOutcome.Unavailable("Busy", pause);
  }

  @Override
  public String adapter() {
    return ADAPTER;
  }

  @Override
  public boolean isBeyondDoubt(RenderOrder order) {
    return beyondDoubt;
  }

  @Override
  public RenderOutcome render(RenderOrder order, RenderListener listener) {
    orders.add(order);
    return script.play(order, listener);
  }

  private static RenderedImage image(RenderOrder order, int index) {
    BufferedImage pixels =
        new BufferedImage(order.width(), order.height(), BufferedImage.TYPE_INT_RGB);
    return new RenderedImage(index, order.seed() + index, pixels, "");
  }
}
