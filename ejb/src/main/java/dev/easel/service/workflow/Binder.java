package dev.easel.service.workflow;

import dev.easel.domain.catalog.Capability;
import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.workflow.Parameter;
import dev.easel.domain.workflow.SamplerName;
import jakarta.json.JsonValue;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the values of an order into a graph: by node and input, never into text. */
public final class Binder {

  private static final String INIT_FILE = "init.png";
  private static final String MASK_FILE = "mask.png";

  /** Factors the nodes take. */
  private static final double LEAST_SCALE = 0.01;

  private static final double MOST_SCALE = 8;

  private final Plan plan;
  private final RenderOrder order;
  private final GraphEdit edit;
  private final List<JobFile> files = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  private Binder(Plan plan, RenderOrder order) {
    this.plan = plan;
    this.order = order;
    this.edit = new GraphEdit(plan.graph());
  }

  /**
   * A job that can be sent.
   *
   * @param remarks what of the order was changed or has no place in the graph
   */
  public record Bound(PreparedJob job, List<Remark> remarks) {

    public Bound {
      remarks = List.copyOf(remarks);
    }
  }

  /**
   * @throws FailureException {@code INVALID_REQUEST} with our parameter's name if the graph cannot
   *     make what was ordered
   */
  public static Bound bind(Plan plan, RenderOrder order) {
    return new Binder(plan, order).bound();
  }

  /**
   * Judges what is known of an order before its inputs are loaded, so that it is refused when it is
   * sent and not when it runs.
   *
   * @param sampler the caller's word, may be empty
   * @throws FailureException {@code INVALID_REQUEST} as {@link #bind} would
   */
  public static void judge(Plan plan, int count, String sampler) {
    int most = plan.makesSeveral() ? plan.limits().mostImages() : 1;
    if (count > most) {
      throw FailureException.invalid("n", "must be at most " + most + " with this model");
    }
    if (!sampler.isBlank() && plan.binds(Parameter.SAMPLER)) {
      named(sampler);
    }
  }

  private Bound bound() {
    judge(plan, order.count(), order.sampler());
    prompts();
    sampling();
    put(Parameter.SEED, Graphs.unsigned(order.seed()));
    put(Parameter.GUIDANCE, Graphs.number(order.guidance()));
    steps();
    size();
    inputs();
    references();
    count();
    return new Bound(new PreparedJob(order, edit.graph().toString(), files), remarks);
  }

  private void prompts() {
    put(Parameter.PROMPT, Graphs.text(order.prompt()));
    put(Parameter.NEGATIVE_PROMPT, Graphs.text(order.negativePrompt()));
    boolean silent = plan.operation() == Capability.UPSCALING;
    if (!silent && !plan.binds(Parameter.PROMPT)) {
      ignored("prompt");
    }
    if (!order.negativePrompt().isBlank() && !plan.binds(Parameter.NEGATIVE_PROMPT)) {
      ignored("negative_prompt");
    }
  }

  private void sampling() {
    if (order.sampler().isBlank()) {
      return;
    }
    if (!plan.binds(Parameter.SAMPLER)) {
      ignored("sampler");
      return;
    }
    SamplerName name = named(order.sampler());
    name.sampler().ifPresent(sampler -> put(Parameter.SAMPLER, Graphs.text(sampler)));
    name.scheduler()
        .or(plan::scheduler)
        .ifPresent(scheduler -> put(Parameter.SCHEDULER, Graphs.text(scheduler)));
  }

  private static SamplerName named(String sampler) {
    return SamplerName.parse(sampler)
        .orElseThrow(
            () ->
                FailureException.invalid("sampler", "'" + sampler + "' is not known to the nodes"));
  }

  private void steps() {
    int most = plan.limits().mostSteps();
    if (plan.binds(Parameter.STEPS) && order.steps() > most) {
      remarks.add(
          new Remark(
              "steps_adjusted", "More than " + most + " steps do nothing here: they were cut"));
    }
    put(Parameter.STEPS, Graphs.number((long) Math.min(order.steps(), most)));
  }

  private void size() {
    put(Parameter.WIDTH, Graphs.number((long) width()));
    put(Parameter.HEIGHT, Graphs.number((long) height()));
    boolean rounded = width() != order.width() || height() != order.height();
    if (rounded && (plan.binds(Parameter.WIDTH) || plan.resizeInputs())) {
      remarks.add(
          new Remark(
              "size_adjusted",
              "Edges are multiples of %d here: the image is %dx%d"
                  .formatted(plan.limits().edgeMultiple(), width(), height())));
    }
  }

  private void inputs() {
    if (plan.binds(Parameter.INIT_IMAGE)) {
      BufferedImage init = required(order.initImage(), Parameter.INIT_IMAGE);
      BufferedImage sent = plan.resizeInputs() ? InputImages.cut(init, width(), height()) : init;
      upload(Parameter.INIT_IMAGE, INIT_FILE, InputImages.opaque(sent));
      strength();
      scale(init);
    }
    if (plan.binds(Parameter.MASK)) {
      BufferedImage mask = InputImages.levels(required(order.mask(), Parameter.MASK));
      BufferedImage sent = plan.resizeInputs() ? InputImages.cut(mask, width(), height()) : mask;
      upload(Parameter.MASK, MASK_FILE, InputImages.gray(sent));
    }
  }

  /** The order has those only that the graph takes: see {@link Plan#taken}. */
  private void references() {
    List<ReferenceBranch.Use> uses = new ArrayList<>();
    for (RenderOrder.Further further : order.work().references()) {
      String name = "reference-%d.png".formatted(uses.size() + 1);
      files.add(new JobFile(name, InputImages.opaque(further.pixels())));
      uses.add(new ReferenceBranch.Use(name, further.strength()));
    }
    plan.references().ifPresent(branch -> branch.into(edit, uses));
  }

  private void strength() {
    put(Parameter.STRENGTH, Graphs.number(order.strength()));
    boolean matters = plan.operation() != Capability.UPSCALING && order.strength() < 1;
    if (matters && !plan.binds(Parameter.STRENGTH)) {
      ignored("strength");
    }
  }

  private void scale(BufferedImage init) {
    if (!plan.binds(Parameter.SCALE)) {
      return;
    }
    double factor = order.width() / (double) init.getWidth();
    double scale = factor / plan.limits().upscaleFactor();
    if (scale < LEAST_SCALE || scale > MOST_SCALE) {
      throw FailureException.invalid("size", "is too far from the size of the init image");
    }
    put(Parameter.SCALE, Graphs.number(scale));
    long height = Math.round(init.getHeight() * factor);
    if (height != order.height()) {
      remarks.add(
          new Remark(
              "size_adjusted",
              "Proportions are kept: the image is " + order.width() + "x" + height));
    }
  }

  private void count() {
    put(Parameter.BATCH, Graphs.number((long) order.count()));
    if (order.count() > 1) {
      plan.repeats().into(edit, order.count());
    }
  }

  private void upload(Parameter parameter, String name, BufferedImage pixels) {
    put(parameter, Graphs.text(name));
    files.add(new JobFile(name, pixels));
  }

  private void put(Parameter parameter, JsonValue value) {
    plan.slots(parameter).forEach(slot -> edit.put(slot, value));
  }

  private void ignored(String field) {
    remarks.add(new Remark("parameter_ignored", field + " has no effect with this model"));
  }

  private int width() {
    return plan.limits().edge(order.width());
  }

  private int height() {
    return plan.limits().edge(order.height());
  }

  private static BufferedImage required(Optional<BufferedImage> image, Parameter parameter) {
    return image.orElseThrow(() -> FailureException.invalid(parameter.field(), "is required"));
  }
}
