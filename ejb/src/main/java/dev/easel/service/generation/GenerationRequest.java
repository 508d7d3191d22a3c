package dev.easel.service.generation;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.moderation.Strictness;
import dev.easel.domain.shared.Remark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as a surface decoded it: dialect-free, nothing resolved. What was not given is null (or
 * empty), and {@link OrderResolver} fills it from the model. Filled by chained calls, then only
 * read.
 */
public final class GenerationRequest {

  Operation operation = Operation.TEXT_TO_IMAGE;
  String model;
  String prompt;
  boolean variation;
  String negativePrompt;
  Size size;
  Integer count;
  Integer steps;
  Double guidance;
  Long seed;
  Double strength;
  String sampler;
  String scheduler;
  String quality;
  ImageFormat format;
  Integer encodingQuality;
  boolean transparent;
  int previews;
  InputWish source;
  InputWish mask;
  final List<ReferenceWish> references = new ArrayList<>();
  String settings = "{}";
  Strictness moderation;
  final Map<String, String> style = new LinkedHashMap<>();
  final List<Remark> remarks = new ArrayList<>();

  public GenerationRequest operation(Operation value) {
    operation = value;
    return this;
  }

  /** Public id or alias; null for the default model. */
  public GenerationRequest model(String value) {
    model = value;
    return this;
  }

  public GenerationRequest prompt(String value) {
    prompt = value;
    return this;
  }

  /** The source alone says what is wanted: there may be no prompt. */
  public GenerationRequest variation(boolean value) {
    variation = value;
    return this;
  }

  public GenerationRequest negativePrompt(String value) {
    negativePrompt = value;
    return this;
  }

  public GenerationRequest size(Size value) {
    size = value;
    return this;
  }

  public GenerationRequest count(Integer value) {
    count = value;
    return this;
  }

  public GenerationRequest steps(Integer value) {
    steps = value;
    return this;
  }

  public GenerationRequest guidance(Double value) {
    guidance = value;
    return this;
  }

  /** 0 … 2^63-1; null for a random one. */
  public GenerationRequest seed(Long value) {
    seed = value;
    return this;
  }

  /** 0–1. */
  public GenerationRequest strength(Double value) {
    strength = value;
    return this;
  }

  public GenerationRequest sampler(String value) {
    sampler = value;
    return this;
  }

  public GenerationRequest scheduler(String value) {
    scheduler = value;
    return this;
  }

  public GenerationRequest quality(String value) {
    quality = value;
    return this;
  }

  public GenerationRequest format(ImageFormat value) {
    format = value;
    return this;
  }

  /** 1–100, for JPEG and WebP. */
  public GenerationRequest encodingQuality(Integer value) {
    encodingQuality = value;
    return this;
  }

  public GenerationRequest transparent(boolean value) {
    transparent = value;
    return this;
  }

  /** Intermediate previews wanted per image. */
  public GenerationRequest previews(int value) {
    previews = value;
    return this;
  }

  /** The picture to start from or to work on; null for none. */
  public GenerationRequest source(InputWish value) {
    source = value;
    return this;
  }

  /** The picture that marks what is repainted; null for none. */
  public GenerationRequest mask(InputWish value) {
    mask = value;
    return this;
  }

  /** One more picture, to look at; they keep their order. */
  public GenerationRequest reference(InputWish value) {
    return reference(value, ReferenceRole.IMAGE, Reference.FULL);
  }

  /**
   * One more picture.
   *
   * @param strength 0–1: how much it counts
   */
  public GenerationRequest reference(InputWish value, ReferenceRole role, double strength) {
    references.add(new ReferenceWish(value, role, strength));
    return this;
  }

  /** The operation's own parameters as a JSON object, checked and with their defaults. */
  public GenerationRequest settings(String json) {
    settings = json;
    return this;
  }

  /** How strictly the prompt is judged; null for as the user prefers. */
  public GenerationRequest moderation(Strictness value) {
    moderation = value;
    return this;
  }

  /** One choice of style: axis ({@code preset}, {@code lighting} …) and value; null is ignored. */
  public GenerationRequest style(String axis, String value) {
    if (value != null) {
      style.put(axis, value);
    }
    return this;
  }

  /** Something the surface changed or ignored, to be told with the result. */
  public GenerationRequest remark(Remark value) {
    remarks.add(value);
    return this;
  }
}
