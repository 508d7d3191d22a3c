package dev.easel.domain.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of an order, or of the operator's choice of files, has a place in a workflow. */
public enum Parameter {
  PROMPT(Kind.TEXT, "prompt"),
  NEGATIVE_PROMPT(Kind.TEXT, "negative_prompt"),
  /** 0 … 2^64-1, as nodes count. */
  SEED(Kind.INTEGER, "seed"),
  STEPS(Kind.INTEGER, "steps"),
  GUIDANCE(Kind.NUMBER, "guidance"),
  SAMPLER(Kind.CHOICE, "sampler"),
  SCHEDULER(Kind.CHOICE, "scheduler"),
  WIDTH(Kind.INTEGER, "size"),
  HEIGHT(Kind.INTEGER, "size"),
  /** Images of one run. */
  BATCH(Kind.INTEGER, "n"),
  INIT_IMAGE(Kind.IMAGE, "init_image"),
  /** Plain gray; white is repainted. */
  MASK(Kind.IMAGE, "mask_image"),
  /** How far the init image may change, which nodes call denoise. */
  STRENGTH(Kind.NUMBER, "strength"),
  /** Factor from what the enlarging network makes to the size that was ordered. */
  SCALE(Kind.NUMBER, "size"),
  CHECKPOINT(Kind.FILE, "files.checkpoint"),
  UNET(Kind.FILE, "files.unet"),
  CLIP(Kind.FILE, "files.clip"),
  CLIP2(Kind.FILE, "files.clip2"),
  VAE(Kind.FILE, "files.vae"),
  UPSCALER(Kind.FILE, "files.upscaler"),
  CONTROLNET(Kind.FILE, "files.controlnet");

  /** What a node has to take in the place of a parameter. */
  public enum Kind {
    TEXT,
    INTEGER,
    NUMBER,
    CHOICE,
    /** The name of a file that is uploaded before the run. */
    IMAGE,
    /** The name of a model file that the node has. */
    FILE
  }

  private final Kind kind;
  private final String field;

  Parameter(Kind kind, String field) {
    this.kind = kind;
    this.field = field;
  }

  public Kind kind() {
    return kind;
  }

  /** What callers know it by when it is refused; files are known to administrators only. */
  public String field() {
    return field;
  }

  /** {@code negative_prompt}. */
  public String wire() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Finds by {@link #wire}. */
  public static Optional<Parameter> parse(String wire) {
    return Arrays.stream(values()).filter(known -> known.wire().equals(wire)).findFirst();
  }
}
