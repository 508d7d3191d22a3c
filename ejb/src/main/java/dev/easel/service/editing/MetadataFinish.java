package dev.easel.service.editing;

import dev.easel.domain.asset.ImageCodec;
import dev.easel.domain.asset.ImageRole;
import dev.easel.domain.asset.Metadata;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Hands on what the source's file told. Source: seed 001 "Apply Filters", preserve_metadata. */
final class MetadataFinish implements Finish {

  private final Supplier<Optional<byte[]>> source;
  private final ImageCodec codec;
  private final Set<String> losses = new LinkedHashSet<>();

  /**
   * @param source the file as it came
   */
  MetadataFinish(Supplier<Optional<byte[]>> source, ImageCodec codec) {
    this.source = source;
    this.codec = codec;
  }

  @Override
  public RenderedImage image(RenderedImage rendered) {
    if (rendered.role() != ImageRole.RESULT) {
      return rendered;
    }
    Metadata kept = kept(rendered.pixels().getWidth(), rendered.pixels().getHeight());
    losses.addAll(kept.losses());
    return rendered.carrying(kept);
  }

  private Metadata kept(int width, int height) {
    try {
      return source.get().map(file -> codec.metadata(file, width, height)).orElse(Metadata.NONE);
    } catch (FailureException e) {
      // The source was deleted while its picture was worked on; the result is worth having.
      losses.add("The input image was deleted before its metadata was read");
      return Metadata.NONE;
    }
  }

  @Override
  public List<Remark> remarks() {
    return losses.stream().map(loss -> new Remark("metadata_dropped", loss)).toList();
  }
}
