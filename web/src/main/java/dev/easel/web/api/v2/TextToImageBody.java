package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.web.api.SentBody;
import java.util.Set;

/** The body of a text-to-image request. Source: seed 001 "Text-to-Image Generation". */
final class TextToImageBody extends PromptBody {

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  TextToImageBody(SentBody sent, boolean strict) {
    super(Operation.TEXT_TO_IMAGE, sent.json(), Set.of());
    finish(strict);
  }
}
