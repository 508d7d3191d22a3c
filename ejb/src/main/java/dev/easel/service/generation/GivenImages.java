package dev.easel.service.generation;

import dev.easel.domain.asset.Input;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.shared.Remark;
import java.util.List;
import java.util.Optional;

/**
 * The pictures of a request, stored for its tenant.
 *
 * @param remarks what will be changed of them
 */
record GivenImages(
    Optional<Input> source,
    Optional<Input> mask,
    List<Reference> references,
    List<Remark> remarks) {

  Optional<Size> sourceSize() {
    return source.map(input -> new Size(input.width(), input.height()));
  }

  String sourceId() {
    return source.map(Input::id).orElse(null);
  }

  String maskId() {
    return mask.map(Input::id).orElse(null);
  }
}
