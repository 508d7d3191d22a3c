package dev.easel.service.workflow;

import dev.easel.domain.catalog.ModelRoute;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.workflow.ModelFile;
import dev.easel.domain.workflow.SamplerName;
import dev.easel.domain.workflow.WorkflowLimits;
import dev.easel.domain.workflow.WorkflowNeeds;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs for nodes that take the order itself: they need a checkpoint and no graph. */
public final class DirectOrders {

  /** The kinds of such nodes; also the adapters of their routes. */
  public static final Set<String> KINDS = Set.of("a1111", "sdcpp");

  /** What {@code sdcpp} makes in one run; the web UI has no limit of its own. */
  private static final int MOST_IMAGES = 8;

  private DirectOrders() {}

  /** What a node has to have for a route whose upstream id is a checkpoint. */
  public static WorkflowNeeds needs(ModelRoute route) {
    return needs(route.adapter(), route.upstreamId());
  }

  static WorkflowNeeds needs(String kind, String checkpoint) {
    return new WorkflowNeeds(kind, Set.of(), Set.of(new ModelFile("checkpoints", checkpoint)));
  }

  /**
   * Brings inputs and size into the shape such nodes take.
   *
   * @throws FailureException {@code INVALID_REQUEST} with our parameter
   */
  public static Binder.Bound bind(RenderOrder order) {
    judge(order.count(), order.sampler());
    int width = WorkflowLimits.USUAL.edge(order.width());
    int height = WorkflowLimits.USUAL.edge(order.height());
    if (order.mask().isPresent() && order.initImage().isEmpty()) {
      throw FailureException.invalid("init_image", "is required");
    }
    Optional<BufferedImage> init =
        order.initImage().map(image -> InputImages.opaque(InputImages.cut(image, width, height)));
    Optional<BufferedImage> mask =
        order
            .mask()
            .map(InputImages::levels)
            .map(levels -> InputImages.gray(InputImages.cut(levels, width, height)));
    RenderOrder shaped = shaped(order, width, height, init, mask);
    return new Binder.Bound(new PreparedJob(shaped, "", List.of()), remarks(order, shaped));
  }

  /**
   * Judges what is known of an order before its inputs are loaded.
   *
   * @param sampler the caller's word, may be empty
   * @throws FailureException {@code INVALID_REQUEST} as {@link #bind} would
   */
  static void judge(int count, String sampler) {
    if (count > MOST_IMAGES) {
      throw FailureException.invalid("n", "must be at most " + MOST_IMAGES + " with this model");
    }
    if (!sampler.isBlank() && SamplerName.parse(sampler).isEmpty()) {
      throw FailureException.invalid("sampler", "'" + sampler + "' is not known to the nodes");
    }
  }

  private static List<Remark> remarks(RenderOrder order, RenderOrder shaped) {
    List<Remark> remarks = new ArrayList<>();
    if (shaped.width() != order.width() || shaped.height() != order.height()) {
      remarks.add(
          new Remark(
              "size_adjusted",
              "Edges are multiples of %d here: the image is %dx%d"
                  .formatted(
                      WorkflowLimits.USUAL.edgeMultiple(), shaped.width(), shaped.height())));
    }
    return remarks;
  }

  private static RenderOrder shaped(
      RenderOrder order,
      int width,
      int height,
      Optional<BufferedImage> init,
      Optional<BufferedImage> mask) {
    return new RenderOrder(
        order.generationId(),
        order.attempt(),
        order.upstreamModel(),
        order.prompt(),
        order.negativePrompt(),
        width,
        height,
        order.count(),
        order.seed(),
        order.steps(),
        order.guidance(),
        order.sampler(),
        order.strength(),
        init,
        mask,
        order.transparent(),
        order.previews(),
        order.work());
  }
}
