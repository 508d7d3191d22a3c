package dev.easel.service.generation;

import dev.easel.domain.asset.ImageFormat;
import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.Operation;
import dev.easel.domain.generation.Order;
import dev.easel.domain.identity.Caller;
import dev.easel.domain.shared.FailureException;
import dev.easel.domain.shared.Remark;
import dev.easel.service.catalog.CatalogEntry;
import dev.easel.service.editing.Settings;
import dev.easel.service.plan.StorageNotice;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes orders of requests to work on a given image, which take no prompt. Their size is that of
 * the result, as far as it is known beforehand; the price depends on it.
 */
@ApplicationScoped
class ProcessResolver {

  /** Source: product decision C14. */
  private static final long MOST_PIXELS = 64_000_000;

  private static final String TOO_LARGE =
      "The result has more pixels than this server reads: no further request can work on it";
  private static final int ENCODING_QUALITY = 95;

  @Inject Entitlement entitlement;
  @Inject InputResolver inputs;
  @Inject StorageNotice storage;

  OrderResolver.Resolved resolve(Caller caller, GenerationRequest request) {
    CatalogEntry entry = entitlement.entry(caller, request.model, request.operation);
    Violations violations = new Violations();
    violations.range("output_quality", request.encodingQuality, 1, 100);
    violations.throwIfAny();
    GivenImages given = inputs.resolve(caller, request);
    Size size = size(request, given.sourceSize().orElseThrow());
    return OrderResolver.priced(order(caller, request, entry, size, given), entry);
  }

  private static Size size(GenerationRequest request, Size source) {
    if (request.operation != Operation.UPSCALE) {
      return source;
    }
    int factor = Settings.of(request.settings).integer("scale_factor", 1);
    Size size = new Size(source.width() * factor, source.height() * factor);
    if ((long) size.width() * size.height() > MOST_PIXELS) {
      throw FailureException.invalid(
          "scale_factor",
          "makes %s of %s, more than %d megapixels"
              .formatted(size, source, MOST_PIXELS / 1_000_000));
    }
    return size;
  }

  private Order order(
      Caller caller, GenerationRequest request, CatalogEntry entry, Size size, GivenImages given) {
    List<Remark> remarks = new ArrayList<>(request.remarks);
    remarks.addAll(given.remarks());
    if (!inputs.reads(size)) {
      remarks.add(new Remark("result_too_large_to_edit", TOO_LARGE));
    }
    storage.of(caller).ifPresent(remarks::add);
    return new Order(
        request.operation,
        entry.model().id(),
        "",
        "",
        "",
        size,
        1,
        1,
        entry.model().defaultGuidance(),
        0,
        1,
        "",
        "",
        "",
        request.format == null ? ImageFormat.PNG : request.format,
        request.encodingQuality == null ? ENCODING_QUALITY : request.encodingQuality,
        false,
        0,
        given.sourceId(),
        given.maskId(),
        new Edit(request.settings, given.references()),
        false,
        remarks);
  }
}
