package dev.easel.adapter.provider.sdcpp;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.adapter.provider.NodeReply;
import dev.easel.domain.provider.JobFault;
import dev.easel.domain.provider.JobFault.Kind;
import dev.easel.domain.provider.SubmitOutcome;
import jakarta.json.JsonValue;
import java.util.Locale;

/** Judges answers that are no success. */
final class SdcppRefusal {

  private SdcppRefusal() {}

  static SubmitOutcome of(NodeReply reply) {
    // Whoever filled its queue is not us: the node is all right, and has no room.
    return reply.status() == 429
        ? new SubmitOutcome.Unreachable("The queue of the node is full", false)
        : new SubmitOutcome.Rejected(fault(reply));
  }

  static JobFault fault(NodeReply reply) {
    return switch (reply.status()) {
      case 400 -> badRequest(message(reply));
      case 401, 403 -> JobFault.of(Kind.ACCESS_DENIED, "The node does not accept our credentials");
      case 404, 405 ->
          JobFault.of(Kind.CAPABILITY_MISSING, "The node is too old: it does not know jobs");
      case 413 -> JobFault.of(Kind.CAPABILITY_MISSING, "The image is larger than the node takes");
      default -> JobFault.of(Kind.NODE_FAILED, "The node failed with status " + reply.status());
    };
  }

  private static JobFault badRequest(String message) {
    if (message.contains("mode")) {
      return JobFault.of(Kind.CAPABILITY_MISSING, "The node's model makes no images");
    }
    return message.contains("image")
        ? JobFault.of(Kind.INVALID_IMAGE, "The node does not take the input image")
        : JobFault.of(Kind.INVALID_VALUE, "The node does not take these parameters");
  }

  private static String message(NodeReply reply) {
    return NodeJson.parse(reply.text())
        .<JsonValue>map(json -> json.get("error"))
        .map(NodeJson::string)
        .orElse("")
        .toLowerCase(Locale.ROOT);
  }
}
