package dev.easel.domain.catalog;

import static java.util.stream.Collectors.toUnmodifiableSet;

import dev.easel.domain.asset.Provenance.SourceType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model under its public id. Read-mostly: rows come from the shipped catalogue and from the
 * operator, the pipeline only reads them.
 */
@Entity
@Table(name = "image_model")
public class ImageModel {

  @Id private String id;

  private String name;
  private String description;
  private String version;
  private String owner;

  @Column(name = "model_type")
  private String type;

  @Column(name = "release_date")
  private LocalDate releaseDate;

  private String capabilities;
  private String features;

  @Enumerated(EnumType.STRING)
  private Lifecycle lifecycle;

  @Column(name = "successor_id")
  private String successorId;

  @Column(name = "sunset_on")
  private LocalDate sunsetOn;

  @Column(name = "vip_required")
  private boolean vipRequired;

  private String sizes;

  @Column(name = "only_listed_sizes")
  private boolean onlyListedSizes;

  @Column(name = "min_edge")
  private int minEdge;

  @Column(name = "max_edge")
  private int maxEdge;

  @Column(name = "edge_multiple")
  private int edgeMultiple;

  @Column(name = "default_size")
  private String defaultSize;

  @Column(name = "max_outputs")
  private int maxOutputs;

  @Column(name = "max_prompt_length")
  private int maxPromptLength;

  @Column(name = "min_steps")
  private int minSteps;

  @Column(name = "max_steps")
  private int maxSteps;

  @Column(name = "default_steps")
  private int defaultSteps;

  @Column(name = "min_guidance")
  private double minGuidance;

  @Column(name = "max_guidance")
  private double maxGuidance;

  @Column(name = "default_guidance")
  private double defaultGuidance;

  private String schedulers;

  @Enumerated(EnumType.STRING)
  @Column(name = "source_type")
  private SourceType sourceType;

  private boolean enabled = true;

  @Column(name = "created_at")
  private Instant createdAt;

  protected ImageModel() {} // for JPA

  public String id() {
    return id;
  }

  public String name() {
    return name;
  }

  public String description() {
    return description;
  }

  public String version() {
    return version;
  }

  /** The vendor whose model it is, such as {@code openai}. */
  public String owner() {
    return owner;
  }

  /** The main use, as seed 001 prints it: {@code text-to-image}. */
  public String type() {
    return type;
  }

  public Optional<LocalDate> releaseDate() {
    return Optional.ofNullable(releaseDate);
  }

  public Set<Capability> capabilities() {
    return words(capabilities).stream().map(Capability::valueOf).collect(toUnmodifiableSet());
  }

  /** Marketing words of the list, such as {@code artistic}; often none. */
  public List<String> features() {
    return words(features);
  }

  public Lifecycle lifecycle() {
    return lifecycle;
  }

  public Optional<String> successorId() {
    return Optional.ofNullable(successorId);
  }

  public Optional<LocalDate> sunsetOn() {
    return Optional.ofNullable(sunsetOn);
  }

  /** Whether orders for it are taken here. */
  public boolean enabled() {
    return enabled;
  }

  public ModelLife life() {
    return new ModelLife(lifecycle, sunsetOn(), successorId(), enabled);
  }

  /** In effect with the next reading of the catalogue. */
  public void live(ModelLife life) {
    lifecycle = life.lifecycle();
    sunsetOn = life.sunsetOn().orElse(null);
    successorId = life.successorId().orElse(null);
    enabled = life.enabled();
  }

  public boolean vipRequired() {
    return vipRequired;
  }

  /** Sizes the model was made for; it takes others too unless {@link #onlyListedSizes()}. */
  public List<Size> sizes() {
    return words(sizes).stream().map(Size::parse).map(Optional::orElseThrow).toList();
  }

  public boolean onlyListedSizes() {
    return onlyListedSizes;
  }

  public int minEdge() {
    return minEdge;
  }

  public int maxEdge() {
    return maxEdge;
  }

  public int edgeMultiple() {
    return edgeMultiple;
  }

  public Size defaultSize() {
    return Size.parse(defaultSize).orElseThrow();
  }

  public int maxOutputs() {
    return maxOutputs;
  }

  public int maxPromptLength() {
    return maxPromptLength;
  }

  public int minSteps() {
    return minSteps;
  }

  public int maxSteps() {
    return maxSteps;
  }

  public int defaultSteps() {
    return defaultSteps;
  }

  public double minGuidance() {
    return minGuidance;
  }

  public double maxGuidance() {
    return maxGuidance;
  }

  public double defaultGuidance() {
    return defaultGuidance;
  }

  /** Sampling schedulers and samplers a caller may name; empty if the model has none. */
  public List<String> schedulers() {
    return words(schedulers);
  }

  public SourceType sourceType() {
    return sourceType;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Whether it paints images of its own; else it works on given ones. */
  public boolean paints() {
    return can(Capability.TEXT_TO_IMAGE)
        || can(Capability.IMAGE_TO_IMAGE)
        || can(Capability.INPAINTING);
  }

  public boolean can(Capability capability) {
    return capabilities().contains(capability);
  }

  private static List<String> words(String stored) {
    return stored == null || stored.isBlank() ? List.of() : List.of(stored.split(","));
  }
}
