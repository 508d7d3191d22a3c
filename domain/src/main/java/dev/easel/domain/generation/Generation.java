package dev.easel.domain.generation;

import static dev.easel.domain.generation.GenerationStatus.CANCELLED;
import static dev.easel.domain.generation.GenerationStatus.COMPLETED;
import static dev.easel.domain.generation.GenerationStatus.FAILED;
import static dev.easel.domain.generation.GenerationStatus.PROCESSING;
import static dev.easel.domain.generation.GenerationStatus.QUEUED;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Price;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.Credits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.Remark;
import dev.easel.domain.shared.RemarksConverter;
import dev.easel.domain.shared.StoredText;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One request for images. Accepted (and paid for by a hold) it is QUEUED; each attempt to render it
 * takes the next fencing number and makes it PROCESSING; it ends COMPLETED, FAILED or CANCELLED,
 * and the hold is settled in the same transaction. Status moves only by the named verbs; whoever
 * writes for an attempt must own its number ({@link #isHeldBy}).
 */
@Entity
@Table(name = "generation")
public class Generation {

  private static final int LONGEST_MESSAGE = 1000;

  @Id private String id;

  @Column(name = "tenant_id")
  private String tenantId;

  @Column(name = "user_id")
  private String userId;

  @Column(name = "key_id")
  private String keyId;

  @Enumerated(EnumType.STRING)
  private Surface surface;

  @Enumerated(EnumType.STRING)
  private Operation operation;

  @Column(name = "model_id")
  private String modelId;

  @Column(name = "model_used")
  private String modelUsed;

  private String prompt;

  @Column(name = "negative_prompt")
  private String negativePrompt;

  @Column(name = "effective_prompt")
  private String effectivePrompt;

  private int width;
  private int height;

  @Column(name = "image_count")
  private int count;

  private int steps;
  private double guidance;
  private long seed;
  private double strength;
  private String sampler;
  private String scheduler;
  private String quality;

  @Enumerated(EnumType.STRING)
  @Column(name = "output_format")
  private ImageFormat format;

  @Column(name = "encoding_quality")
  private int encodingQuality;

  private boolean transparent;
  private int previews;

  @Column(name = "init_image_id")
  private String initImageId;

  @Column(name = "mask_image_id")
  private String maskImageId;

  @Column(name = "edit_settings")
  private String editSettings;

  @Column(name = "reference_ids")
  private String referenceIds;

  @Column(name = "nsfw_filter")
  private boolean nsfwFilter;

  private String findings;

  @Enumerated(EnumType.STRING)
  private GenerationStatus status;

  private int attempt;

  @Column(name = "cancel_requested")
  private boolean cancelRequested;

  @Column(name = "unit_price")
  private long unitPrice;

  @Column(name = "price_rule_id")
  private String priceRuleId;

  @Column(name = "price_version")
  private int priceVersion;

  @Column(name = "hold_id")
  private String holdId;

  private long captured;
  private long refunded;
  private int delivered;

  @Enumerated(EnumType.STRING)
  @Column(name = "error_kind")
  private ErrorKind errorKind;

  @Column(name = "error_message")
  private String errorMessage;

  @Column(name = "requeued_as")
  private String requeuedAs;

  @Convert(converter = RemarksConverter.class)
  private List<Remark> remarks;

  @Column(name = "request_id")
  private String requestId;

  @Column(name = "request_hash")
  private String requestHash;

  private String metadata;
  private String requested;

  @Column(name = "webhook_url")
  private String webhookUrl;

  @Column(name = "end_user")
  private String endUser;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "retry_at")
  private Instant retryAt;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Version private long version;

  protected Generation() {} // for JPA

  /**
   * Accepts an order.
   *
   * @param price of the order; holding it is the caller's job, in the same transaction
   */
  public Generation(Caller caller, Order order, Origin origin, Price price, Instant now) {
    this.id = Ids.random(order.operation().prefix());
    this.tenantId = caller.tenantId();
    this.userId = caller.userId();
    this.keyId = caller.keyId();
    this.unitPrice = price.unit().micros();
    this.priceRuleId = price.ruleId();
    this.priceVersion = price.version();
    this.status = QUEUED;
    this.createdAt = now;
    take(order);
    take(origin);
  }

  private void take(Order order) {
    operation = order.operation();
    modelId = order.modelId();
    prompt = order.prompt();
    negativePrompt = order.negativePrompt();
    effectivePrompt = order.effectivePrompt();
    width = order.size().width();
    height = order.size().height();
    count = order.count();
    steps = order.steps();
    guidance = order.guidance();
    seed = order.seed();
    strength = order.strength();
    sampler = order.sampler();
    scheduler = order.scheduler();
    quality = order.quality();
    format = order.format();
    encodingQuality = order.encodingQuality();
    transparent = order.transparent();
    previews = order.previews();
    initImageId = order.initImageId();
    maskImageId = order.maskImageId();
    editSettings = order.edit().settings();
    nsfwFilter = order.nsfwFilter();
    referenceIds =
        order.edit().references().stream().map(Reference::text).collect(Collectors.joining(" "));
    remarks = new ArrayList<>(order.remarks());
  }

  private void take(Origin origin) {
    surface = origin.surface();
    requestId = origin.requestId();
    requestHash = origin.requestHash();
    metadata = origin.metadata();
    requested = origin.requested();
    webhookUrl = origin.webhookUrl();
    endUser = origin.endUser();
  }

  /** Remembers the ledger's hold that pays for this. */
  public void paidBy(String newHoldId) {
    holdId = newHoldId;
  }

  /** Starts the next attempt and returns its fencing number. */
  public int claim(Instant now) {
    become(PROCESSING);
    attempt++;
    startedAt = now;
    retryAt = null;
    return attempt;
  }

  /** Whether {@code number} is the attempt that may still write. */
  public boolean isHeldBy(int number) {
    return status == PROCESSING && attempt == number;
  }

  public void servedBy(String route) {
    modelUsed = route;
  }

  /** Keeps what was found out, a JSON object; nothing if it is empty. */
  public void found(String json) {
    findings = json.isEmpty() ? null : json;
  }

  /** Ends well with {@code images} of {@link #count()} images, charged {@code charge}. */
  public void complete(int images, Credits charge, List<Remark> more, Instant now) {
    become(COMPLETED);
    delivered = images;
    captured = charge.micros();
    remark(more);
    completedAt = now;
  }

  /**
   * Remembers what of the charge was given back.
   *
   * @throws IllegalArgumentException if that makes more than was charged
   */
  public void refund(Credits credits) {
    if (credits.compareTo(charge()) > 0) {
      throw new IllegalArgumentException("Cannot give back " + credits + " of " + id);
    }
    refunded = refunded().plus(credits).micros();
  }

  public void fail(ErrorKind kind, String message, Instant now) {
    become(FAILED);
    errorKind = kind;
    errorMessage = StoredText.fitting(message, LONGEST_MESSAGE);
    completedAt = now;
  }

  /** Gives the attempt up; another may be made from {@code when} on. */
  public void retryAt(Instant when) {
    become(QUEUED);
    retryAt = when;
  }

  /** Cancels at once what has not started, and asks what runs to stop. */
  public void cancel(Instant now) {
    if (status == PROCESSING) {
      cancelRequested = true;
      return;
    }
    become(CANCELLED);
    completedAt = now;
  }

  /** The running attempt has stopped as asked. */
  public void stopped(Instant now) {
    become(CANCELLED);
    completedAt = now;
  }

  private void become(GenerationStatus next) {
    if (!status.canBecome(next)) {
      throw FailureException.of(
              FailureCode.CONFLICT, "Generation " + id + " is already " + status.wire())
          .with("status", status.wire());
    }
    status = next;
  }

  private void remark(List<Remark> more) {
    List<Remark> all = new ArrayList<>(remarks);
    all.addAll(more);
    remarks = all;
  }

  public String id() {
    return id;
  }

  public String tenantId() {
    return tenantId;
  }

  public String userId() {
    return userId;
  }

  public String keyId() {
    return keyId;
  }

  public Surface surface() {
    return surface;
  }

  public Operation operation() {
    return operation;
  }

  public String modelId() {
    return modelId;
  }

  /** {@code adapter/upstream} of the route that rendered it, once one did. */
  public Optional<String> modelUsed() {
    return Optional.ofNullable(modelUsed);
  }

  public String prompt() {
    return prompt;
  }

  public String negativePrompt() {
    return negativePrompt == null ? "" : negativePrompt;
  }

  public String effectivePrompt() {
    return effectivePrompt;
  }

  public Size size() {
    return new Size(width, height);
  }

  public int count() {
    return count;
  }

  public int steps() {
    return steps;
  }

  public double guidance() {
    return guidance;
  }

  public long seed() {
    return seed;
  }

  public double strength() {
    return strength;
  }

  public String sampler() {
    return sampler == null ? "" : sampler;
  }

  public String scheduler() {
    return scheduler == null ? "" : scheduler;
  }

  public String quality() {
    return quality == null ? "" : quality;
  }

  public ImageFormat format() {
    return format;
  }

  public int encodingQuality() {
    return encodingQuality;
  }

  public boolean transparent() {
    return transparent;
  }

  public int previews() {
    return previews;
  }

  public Optional<String> initImageId() {
    return Optional.ofNullable(initImageId);
  }

  public Optional<String> maskImageId() {
    return Optional.ofNullable(maskImageId);
  }

  /** The operation's own settings and further inputs. */
  public Edit edit() {
    boolean none = referenceIds == null || referenceIds.isEmpty();
    List<Reference> references =
        none ? List.of() : Stream.of(referenceIds.split(" ")).map(Reference::parse).toList();
    return editSettings == null ? Edit.NONE : new Edit(editSettings, references);
  }

  /** Whether what is measured as not safe for work is kept back. */
  public boolean nsfwFilter() {
    return nsfwFilter;
  }

  /** What was found on the way, as a JSON object; empty if nothing was looked for. */
  public Optional<String> findings() {
    return Optional.ofNullable(findings);
  }

  public GenerationStatus status() {
    return status;
  }

  public int attempt() {
    return attempt;
  }

  public boolean cancelRequested() {
    return cancelRequested;
  }

  public Credits unitPrice() {
    return new Credits(unitPrice);
  }

  public String priceRuleId() {
    return priceRuleId;
  }

  /** Which version of the model's prices it was accepted under. */
  public int priceVersion() {
    return priceVersion;
  }

  public Optional<String> holdId() {
    return Optional.ofNullable(holdId);
  }

  /** What was charged in the end; zero before and for anything but success. */
  public Credits captured() {
    return new Credits(captured);
  }

  /** What of the charge was given back since. */
  public Credits refunded() {
    return new Credits(refunded);
  }

  /** What it costs after refunds. */
  public Credits charge() {
    return captured().minus(refunded());
  }

  /** Images delivered in the end. */
  public int delivered() {
    return delivered;
  }

  public Optional<ErrorKind> errorKind() {
    return Optional.ofNullable(errorKind);
  }

  /** What was ordered in its place by an operator, after it failed. */
  public Optional<String> requeuedAs() {
    return Optional.ofNullable(requeuedAs);
  }

  public void requeuedAs(String generationId) {
    requeuedAs = generationId;
  }

  public Optional<String> errorMessage() {
    return Optional.ofNullable(errorMessage);
  }

  public List<Remark> remarks() {
    return remarks == null ? List.of() : List.copyOf(remarks);
  }

  public String requestId() {
    return requestId;
  }

  public Optional<String> metadata() {
    return Optional.ofNullable(metadata);
  }

  public Optional<String> requested() {
    return Optional.ofNullable(requested);
  }

  public Optional<String> webhookUrl() {
    return Optional.ofNullable(webhookUrl);
  }

  public Optional<String> endUser() {
    return Optional.ofNullable(endUser);
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  public Optional<Instant> startedAt() {
    return Optional.ofNullable(startedAt);
  }

  public Optional<Instant> completedAt() {
    return Optional.ofNullable(completedAt);
  }

  public long version() {
    return version;
  }

  /** The same order again, for a retry by the user. */
  public Order order() {
    return new Order(
        operation,
        modelId,
        prompt,
        negativePrompt(),
        effectivePrompt,
        size(),
        count,
        steps,
        guidance,
        seed,
        strength,
        sampler(),
        scheduler(),
        quality(),
        format,
        encodingQuality,
        transparent,
        previews,
        initImageId,
        maskImageId,
        edit(),
        nsfwFilter,
        remarks());
  }
}
