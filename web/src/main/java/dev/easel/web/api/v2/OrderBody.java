package dev.easel.web.api.v2;

import dev.easel.domain.catalog.Size;
import dev.easel.domain.generation.Operation;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.SentBody;
import java.util.function.Supplier;

/** A body that asks for work, judged as far as that needs no model. */
interface OrderBody {

  /**
   * Reads the body of a request for that.
   *
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  static OrderBody read(Operation operation, SentBody sent, boolean strict) {
    return switch (operation) {
      case TEXT_TO_IMAGE -> new TextToImageBody(sent, strict);
      case IMAGE_TO_IMAGE -> new ImageToImageBody(sent, strict);
      case INPAINT -> new InpaintBody(sent, strict);
      case FILTERS -> new FiltersBody(sent, strict);
      case REMOVE_BACKGROUND -> new CutoutBody(sent, strict);
      case UPSCALE -> new UpscaleBody(sent, strict);
      case RESTORE -> new RestoreBody(sent, strict);
      case ANALYZE -> new AnalyzeBody(sent, strict);
    };
  }

  /** Model id or alias; null for the default one. */
  String model();

  /**
   * The request, with the model's own edge in place of one that was not given.
   *
   * @param modelSize asked only if just one edge was given
   */
  GenerationRequest request(Supplier<Size> modelSize);

  /** The members as they were given, by their printed names: for the receipt. */
  String given();

  /** Compact JSON text, or null. */
  String metadata();

  /** Null if there is none. */
  String webhookUrl();
}
