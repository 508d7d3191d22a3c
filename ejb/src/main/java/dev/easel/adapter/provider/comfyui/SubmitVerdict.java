package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Judges the answer to a submitted prompt. The first rule that fits decides. */
final class SubmitVerdict {

  private static final Set<String> MODEL_INPUTS =
      Set.of(
          "ckpt_name",
          "unet_name",
          "clip_name",
          "clip_name1",
          "clip_name2",
          "clip_name3",
          "vae_name",
          "model_name",
          "lora_name",
          "control_net_name");

  private static final Set<String> VALUE_ERRORS =
      Set.of("value_smaller_than_min", "value_bigger_than_max", "invalid_input_type");

  private final int status;
  private final JsonObject body;

  SubmitVerdict(NodeReply reply) {
    status = reply.status();
    body = NodeJson.parse(reply.text()).orElse(JsonValue.EMPTY_JSON_OBJECT);
  }

  /** A prompt whose valid branches run although another branch is wrong, and was dropped. */
  boolean runsInPart() {
    return status == 200 && !NodeJson.child(body, "node_errors").isEmpty();
  }

  /** What the node objects to, for its operator; without values, which may be a caller's. */
  String details() {
    String error = NodeJson.string(NodeJson.child(body, "error"), "type");
    return "status " + status + " " + error + errors().stream().map(SubmitVerdict::brief).toList();
  }

  private static String brief(JsonObject error) {
    return NodeJson.string(error, "type") + " at " + input(error);
  }

  SubmitOutcome outcome() {
    return switch (status) {
      case 200 -> accepted();
      case 400 -> new SubmitOutcome.Rejected(invalid());
      case 401, 403 -> rejected(Kind.ACCESS_DENIED, "The node does not accept our credentials");
      case 413 -> rejected(Kind.CAPABILITY_MISSING, "The job is larger than the node takes");
      // Of proxies, which do not know either what became of it.
      case 502, 503, 504 -> new SubmitOutcome.Unreachable("status " + status, true);
      default -> rejected(Kind.NODE_FAILED, "The node failed with status " + status);
    };
  }

  private SubmitOutcome accepted() {
    if (runsInPart()) {
      return new SubmitOutcome.Rejected(invalid());
    }
    return NodeJson.string(body, "prompt_id").isEmpty()
        ? new SubmitOutcome.Unreachable("No sense in the answer to /prompt", true)
        : new SubmitOutcome.Accepted((long) NodeJson.number(body, "number"));
  }

  private static SubmitOutcome rejected(Kind kind, String reason) {
    return new SubmitOutcome.Rejected(JobFault.of(kind, reason));
  }

  private JobFault invalid() {
    if (lacksClass()) {
      return JobFault.of(Kind.CAPABILITY_MISSING, "The node lacks a part of the workflow");
    }
    Optional<JsonObject> model = first(SubmitVerdict::isMissingModel);
    if (model.isPresent()) {
      return new JobFault(
          Kind.MODEL_MISSING, "A model file is missing on the node", input(model.get()));
    }
    if (first(SubmitVerdict::isMissingImage).isPresent()) {
      return JobFault.of(Kind.INVALID_IMAGE, "The node cannot read the input image");
    }
    return first(error -> VALUE_ERRORS.contains(NodeJson.string(error, "type")))
        .map(error -> new JobFault(Kind.INVALID_VALUE, message(error), input(error)))
        .orElseGet(
            () -> JobFault.of(Kind.WORKFLOW_BROKEN, "The workflow is not valid on the node"));
  }

  private boolean lacksClass() {
    JsonObject error = NodeJson.child(body, "error");
    String type = NodeJson.string(error, "type");
    return type.equals("missing_node_type")
        || type.equals("invalid_prompt")
            && NodeJson.string(error, "message").contains("does not exist");
  }

  private static boolean isMissingModel(JsonObject error) {
    return NodeJson.string(error, "type").equals("value_not_in_list")
        && MODEL_INPUTS.contains(input(error));
  }

  private static boolean isMissingImage(JsonObject error) {
    return NodeJson.string(error, "type").equals("custom_validation_failed")
        && NodeJson.string(error, "details").contains("Invalid image file");
  }

  private static String input(JsonObject error) {
    return NodeJson.string(NodeJson.child(error, "extra_info"), "input_name");
  }

  /** Such as “Value 8 smaller than min of 16”: a value, a limit, nothing of the node's inside. */
  private static String message(JsonObject error) {
    return NodeJson.string(error, "message");
  }

  private Optional<JsonObject> first(Predicate<JsonObject> wanted) {
    return errors().stream().filter(wanted).findFirst();
  }

  private List<JsonObject> errors() {
    return NodeJson.child(body, "node_errors").values().stream()
        .filter(JsonObject.class::isInstance)
        .flatMap(node -> NodeJson.list(node.asJsonObject(), "errors").stream())
        .filter(JsonObject.class::isInstance)
        .map(JsonValue::asJsonObject)
        .toList();
  }
}
