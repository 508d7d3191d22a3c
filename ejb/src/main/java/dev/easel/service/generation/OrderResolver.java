package dev.easel.service.generation;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.ImageModel;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Order;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.catalog.CatalogService;
import dev.easel.service.moderation.Moderation;
import dev.easel.service.plan.StorageNotice;
import dev.easel.service.pricing.Pricing;
import dev.easel.service.workflow.WorkflowReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Fills a request from its model and judges the result: entitlement, capability, ranges, content.
 * Reads, never writes; a refusal here costs nothing.
 */
@ApplicationScoped
public class OrderResolver {

  /** Random seeds stay below 2^48, so that clients whose numbers are doubles can repeat them. */
  private static final long RANDOM_SEEDS = 1L << 48;

  /** Characters the schema has room for, whatever a model says of itself. */
  private static final int LONGEST_PROMPT = 32_000;

  /**
   * What models are told who cannot do without words, where the picture alone says what is wanted.
   */
  private static final String VARIATION = "a variation of the picture";

  private static final int ENCODING_QUALITY = 95;
  private static final double STRENGTH = 0.75;

  @Inject CatalogService catalog;
  @Inject Entitlement entitlement;
  @Inject Sizes sizes;
  @Inject InputResolver inputs;
  @Inject ProcessResolver processes;
  @Inject StyleBook styles;
  @Inject Moderation moderation;
  @Inject StorageNotice storage;
  @Inject WorkflowReader workflows;

  private final SecureRandom random = new SecureRandom();

  /** The order, the model it goes to and what it costs. */
  public record Resolved(Order order, CatalogEntry entry, Price price) {}

  /**
   * Stores the pictures it names for the caller's tenant, since there is no other way to judge
   * them.
   *
   * @throws FailureException whatever is wrong with it
   */
  public Resolved resolve(Caller caller, GenerationRequest request) {
    if (request.operation.isProcess()) {
      return processes.resolve(caller, request);
    }
    CatalogEntry entry = entitlement.entry(caller, request.model, request.operation);
    ImageModel model = entry.model();
    Violations violations = new Violations();
    judgePrompts(request, model, violations);
    if (request.size != null) {
      judgeSize(request.size, model, violations);
    }
    judgeNumbers(request, model, violations);
    judgeOutput(request, violations);
    violations.throwIfAny();
    String prompt = orElse(request.prompt, "");
    String effective = styles.apply(prompt.isBlank() ? VARIATION : prompt, request.style);
    moderation.judge(caller, request.moderation, prompt, effective);
    GivenImages given = inputs.resolve(caller, request);
    Size size = sizes.choose(caller, request, model, given.sourceSize());
    Order order = order(caller, request, entry, size, effective, given);
    workflows.judge(order, entry.routes(order.operation().capability()));
    return priced(order, entry);
  }

  /** The same order once more: only what may have changed since is judged again. */
  public Resolved again(Caller caller, Order order) {
    CatalogEntry entry = catalog.current().get(order.modelId());
    entitlement.check(caller, entry, order.operation());
    // What the caller wished then is not known any more, so it is not made stricter.
    moderation.judge(caller, Strictness.ALWAYS, order.prompt(), order.effectivePrompt());
    return priced(order, entry);
  }

  static Resolved priced(Order order, CatalogEntry entry) {
    return new Resolved(order, entry, Pricing.price(entry, order));
  }

  private static void judgePrompts(
      GenerationRequest request, ImageModel model, Violations violations) {
    int longest = Math.min(model.maxPromptLength(), LONGEST_PROMPT);
    String prompt = orElse(request.prompt, "");
    violations.unless(!prompt.isBlank() || request.variation, "prompt", "is required");
    violations.unless(
        prompt.codePointCount(0, prompt.length()) <= longest,
        "prompt",
        "must be at most " + longest + " characters");
    String negative = orElse(request.negativePrompt, "");
    violations.unless(
        negative.codePointCount(0, negative.length()) <= longest,
        "negative_prompt",
        "must be at most " + longest + " characters");
  }

  private static void judgeSize(Size size, ImageModel model, Violations violations) {
    Sizes.objection(size, model).ifPresent(objection -> violations.add("size", objection));
  }

  private static void judgeNumbers(
      GenerationRequest request, ImageModel model, Violations violations) {
    violations.range("n", request.count, 1, model.maxOutputs());
    violations.range("steps", request.steps, model.minSteps(), model.maxSteps());
    violations.range("guidance", request.guidance, model.minGuidance(), model.maxGuidance());
    violations.range("strength", request.strength, 0.0, 1.0);
    violations.range("output_quality", request.encodingQuality, 1, 100);
    judgeSeed(request, violations);
    judgeSampling("sampler", request.sampler, model, violations);
    judgeSampling("scheduler", request.scheduler, model, violations);
  }

  /** Image i has seed + i, which has to be a seed as well. */
  private static void judgeSeed(GenerationRequest request, Violations violations) {
    int further = Math.max(1, orElse(request.count, 1)) - 1;
    boolean fine =
        request.seed == null || (request.seed >= 0 && request.seed <= Long.MAX_VALUE - further);
    String most = further == 0 ? "2^63-1" : "2^63-1 less the " + further + " further images";
    violations.unless(fine, "seed", "must be between 0 and " + most);
  }

  private static void judgeSampling(
      String field, String wanted, ImageModel model, Violations violations) {
    boolean known =
        wanted == null
            || model.schedulers().isEmpty()
            || model.schedulers().stream().anyMatch(wanted::equalsIgnoreCase);
    violations.unless(known, field, "must be one of: " + String.join(", ", model.schedulers()));
  }

  private static void judgeOutput(GenerationRequest request, Violations violations) {
    boolean possible = !request.transparent || format(request).keepsTransparency();
    violations.unless(possible, "background", "'transparent' needs output format png or webp");
  }

  private Order order(
      Caller caller,
      GenerationRequest request,
      CatalogEntry entry,
      Size size,
      String prompt,
      GivenImages given) {
    ImageModel model = entry.model();
    return new Order(
        request.operation,
        model.id(),
        orElse(request.prompt, ""),
        orElse(request.negativePrompt, ""),
        prompt,
        size,
        orElse(request.count, 1),
        orElse(request.steps, model.defaultSteps()),
        orElse(request.guidance, model.defaultGuidance()),
        request.seed == null ? random.nextLong(RANDOM_SEEDS) : request.seed,
        orElse(request.strength, STRENGTH),
        orElse(request.sampler, ""),
        orElse(request.scheduler, ""),
        orElse(request.quality, ""),
        format(request),
        orElse(request.encodingQuality, ENCODING_QUALITY),
        request.transparent,
        request.previews,
        given.sourceId(),
        given.maskId(),
        new Edit(request.settings, given.references()),
        moderation.filters(caller, request.moderation),
        remarks(caller, request, entry, given));
  }

  private List<Remark> remarks(
      Caller caller, GenerationRequest request, CatalogEntry entry, GivenImages given) {
    ImageModel model = entry.model();
    List<Remark> remarks = new ArrayList<>(request.remarks);
    remarks.addAll(given.remarks());
    storage.of(caller).ifPresent(remarks::add);
    if (entry.substituted()) {
      remarks.add(
          new Remark(
              "model_substituted",
              "'" + model.id() + "' is not configured here; easel/sketch painted instead"));
    }
    boolean sampling = request.sampler != null || request.scheduler != null;
    if (sampling && model.schedulers().isEmpty()) {
      remarks.add(
          new Remark("parameter_ignored", "The model has no sampler or scheduler to choose"));
    }
    if (request.sampler != null && request.scheduler != null && !model.schedulers().isEmpty()) {
      remarks.add(
          new Remark("sampler_wins", "Both sampler and scheduler were given; the sampler decides"));
    }
    model
        .successorId()
        .ifPresent(
            successor ->
                remarks.add(
                    new Remark(
                        "model_deprecated",
                        "The model '" + model.id() + "' gives way to '" + successor + "'")));
    return remarks;
  }

  private static ImageFormat format(GenerationRequest request) {
    return orElse(request.format, ImageFormat.PNG);
  }

  private static <T> T orElse(T given, T fallback) {
    return given == null ? fallback : given;
  }
}
