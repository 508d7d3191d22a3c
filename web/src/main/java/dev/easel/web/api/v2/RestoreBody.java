package dev.easel.web.api.v2;

import dev.easel.domain.generation.Operation;
import dev.easel.web.api.SentBody;
import dev.easel.web.api.WireJson;
import java.util.List;
import java.util.Set;

/** The body of a request to restore a damaged image. An operation of our own. */
final class RestoreBody extends ProcessBody {

  static final String DAMAGE = "damage";
  static final String STRENGTH = "strength";

  /** The first is the default. */
  static final List<String> DAMAGES = List.of("noise", "jpeg");

  /**
   * @param strict whether unknown members are refused rather than reported
   * @throws dev.easel.domain.shared.FailureException {@code INVALID_REQUEST} with everything that
   *     is wrong
   */
  RestoreBody(SentBody sent, boolean strict) {
    super(Operation.RESTORE, sent, Set.of(DAMAGE, STRENGTH));
    finish(
        WireJson.object()
            .add(DAMAGE, word(DAMAGE, DAMAGES))
            .add(STRENGTH, WireJson.number(share(STRENGTH, 1))),
        strict);
  }
}
