package dev.easel.web.api.v2.admin;

import dev.easel.web.api.JsonInput;
import jakarta.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** What a workflow is checked against: declarations, a node, or any node if nothing is said. */
final class WorkflowCheckBody {

  private final Optional<JsonObject> objectInfo;
  private final Optional<String> node;

  /**
   * @param body null for none
   */
  WorkflowCheckBody(JsonInput body) {
    if (body == null) {
      objectInfo = Optional.empty();
      node = Optional.empty();
      return;
    }
    body.refuseStrangers(Set.of("object_info", "node"));
    objectInfo =
        body.has("object_info") ? Optional.of(body.object("object_info").json()) : Optional.empty();
    node = Optional.ofNullable(body.text("node", 120));
    if (objectInfo.isPresent() && node.isPresent()) {
      body.violate("node", "has no place beside object_info");
    }
    body.check();
  }

  Optional<JsonObject> objectInfo() {
    return objectInfo;
  }

  Optional<String> node() {
    return node;
  }
}
