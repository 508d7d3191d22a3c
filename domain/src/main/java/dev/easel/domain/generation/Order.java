package dev.easel.domain.generation;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.shared.Remark;
import java.util.List;

/**
 * What is to be rendered, with every default resolved against the model. Prices, owner and state
 * are the {@link Generation}'s.
 *
 * @param modelId public id
 * @param prompt as the caller wrote it
 * @param negativePrompt may be empty
 * @param effectivePrompt the prompt with the styles worked in
 * @param count images wanted; image i uses {@code seed + i}
 * @param strength 0–1, how far an init image may change
 * @param sampler the caller's word, may be empty
 * @param scheduler the caller's word, may be empty
 * @param quality low, medium, high, standard, hd …: the caller's or the model's word
 * @param encodingQuality 1–100 for JPEG and WebP
 * @param previews intermediate previews wanted per image
 * @param initImageId own image or upload to start from, or null
 * @param maskImageId own image or upload whose white is repainted, or null
 * @param edit the operation's own settings and further inputs
 * @param nsfwFilter whether what is measured as not safe for work is kept back
 * @param remarks what was changed or ignored in resolving
 */
public record Order(
    Operation operation,
    String modelId,
    String prompt,
    String negativePrompt,
    String effectivePrompt,
    Size size,
    int count,
    int steps,
    double guidance,
    long seed,
    double strength,
    String sampler,
    String scheduler,
    String quality,
    ImageFormat format,
    int encodingQuality,
    boolean transparent,
    int previews,
    String initImageId,
    String maskImageId,
    Edit edit,
    boolean nsfwFilter,
    List<Remark> remarks) {}
