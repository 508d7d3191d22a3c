package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.service.editing.SourceAnalysis;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import java.util.List;
import java.util.Set;

/** The body of a request to say what is to be seen on an image. An operation of our own. */
final class AnalyzeBody extends ProcessBody {

  static final String FEATURES = "features";

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  AnalyzeBody(SentBody sent, boolean strict) {
    super(Operation.ANALYZE, sent, Set.of(FEATURES));
    List<String> features = body.texts(FEATURES).stream().distinct().toList();
    if (!SourceAnalysis.FEATURES.containsAll(features)) {
      body.violate(FEATURES, "must be some of: " + String.join(", ", SourceAnalysis.FEATURES));
    }
    given.keep(FEATURES, features.isEmpty() ? null : features);
    finish(WireJson.object().add(FEATURES, WireJson.array(features)), strict);
  }
}
