package dev.easel.service.generation;

import dev.easel.domain.asset.Input;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.editing.Mask;
import dev.easel.domain.editing.Polarity;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Reference;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.service.asset.InputImages;
import dev.easel.service.editing.EditInputs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns what a request names into pictures that are stored. May read networks: no transaction. */
@ApplicationScoped
class InputResolver {

  private static final String SOURCE = "init_image";
  private static final String MASK = "mask_image";

  /** How far the proportions of mask and picture may differ by rounding. */
  private static final double SAME_RATIO = 0.02;

  @Inject InputImages images;

  /**
   * @throws FailureException if one is missing, cannot be read or does not fit the others
   */
  GivenImages resolve(Caller caller, GenerationRequest request) {
    judgePresence(request);
    Optional<Input> source = Optional.ofNullable(request.source).map(w -> resolve(caller, w));
    Optional<Input> mask = Optional.ofNullable(request.mask).map(w -> resolve(caller, w));
    List<Reference> references =
        request.references.stream().map(wish -> reference(caller, wish)).toList();
    List<Remark> remarks = new ArrayList<>();
    mask.ifPresent(given -> fit(given, source.orElseThrow(), request.mask.field(), remarks));
    mask.ifPresent(given -> judgeMask(given, request));
    return new GivenImages(source, mask, references, remarks);
  }

  /** Whether a picture of that size could be given to another request. */
  boolean reads(Size size) {
    return images.reads(size.width(), size.height());
  }

  private static void judgePresence(GenerationRequest request) {
    boolean needsSource = request.operation != Operation.TEXT_TO_IMAGE || request.mask != null;
    if (needsSource && request.source == null) {
      throw FailureException.invalid(SOURCE, "is required");
    }
    if (request.operation == Operation.INPAINT && request.mask == null) {
      throw FailureException.invalid(MASK, "is required");
    }
    if (request.references.size() > Edit.MOST_REFERENCES) {
      throw FailureException.invalid("references", "must be at most " + Edit.MOST_REFERENCES);
    }
  }

  private Input resolve(Caller caller, InputWish wish) {
    return wish.content() == null
        ? images.resolve(caller, wish.field(), wish.reference())
        : images.keep(caller, wish.field(), wish.content());
  }

  private Reference reference(Caller caller, ReferenceWish wish) {
    return new Reference(resolve(caller, wish.image()).id(), wish.role(), wish.strength());
  }

  /** A job could do nothing but give the picture back, and charge for it. */
  private void judgeMask(Input mask, GenerationRequest request) {
    Polarity polarity = EditInputs.polarity(request.settings);
    if (Mask.of(images.pixels(mask), polarity).isBlank()) {
      throw refusal(request.mask.field(), "marks nothing to repaint: " + blank(polarity));
    }
  }

  private static String blank(Polarity polarity) {
    return switch (polarity) {
      case LIGHT -> "nothing of it is white";
      case DARK -> "nothing of it is black";
      case TRANSPARENT -> "nothing of it is transparent";
    };
  }

  private static FailureException refusal(String field, String reason) {
    return FailureException.of(FailureCode.INVALID_IMAGE, field + " " + reason)
        .onField(field, reason);
  }

  private static void fit(Input mask, Input source, String field, List<Remark> remarks) {
    if (mask.width() == source.width() && mask.height() == source.height()) {
      return;
    }
    double ratio =
        (double) mask.width() * source.height() / ((double) mask.height() * source.width());
    if (Math.abs(ratio - 1) > SAME_RATIO) {
      String reason =
          "is %dx%d, which are not the proportions of the image, %dx%d"
              .formatted(mask.width(), mask.height(), source.width(), source.height());
      throw refusal(field, reason);
    }
    remarks.add(new Remark("mask_scaled", "The mask was scaled to the size of the image"));
  }
}
