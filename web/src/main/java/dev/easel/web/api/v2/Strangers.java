package dev.easel.web.api.v2;

import dev.easel.domain.shared.Remark;
import dev.easel.service.generation.GenerationRequest;
import dev.easel.web.api.Attachments;
import dev.easel.web.api.JsonInput;
import java.util.List;

/** Members nobody knows: told with the result, or refused if the caller wants that. */
final class Strangers {

  private static final int MOST_NAMED = 20;

  private Strangers() {}

  static void judge(
      JsonInput body, List<String> strangers, boolean strict, GenerationRequest request) {
    for (String name : strangers.subList(0, Math.min(MOST_NAMED, strangers.size()))) {
      String shown = Attachments.shown(name);
      if (strict) {
        body.violate(shown, "is not known here");
      }
      request.remark(new Remark("unknown_parameter", "'" + shown + "' is not known here; ignored"));
    }
    if (strangers.size() > MOST_NAMED) {
      int more = strangers.size() - MOST_NAMED;
      request.remark(new Remark("unknown_parameter", more + " more are not known here; ignored"));
    }
  }
}
