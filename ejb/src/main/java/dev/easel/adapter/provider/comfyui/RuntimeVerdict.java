package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import dev.easel.domain.provider.JobFault;
import jakarta.json.JsonObject;

/** Judges an {@code execution_error}. Traces and paths in it are for the node's operator only. */
final class RuntimeVerdict {

  private RuntimeVerdict() {}

  static JobFault of(JsonObject error) {
    String type = NodeJson.string(error, "exception_type");
    String message = NodeJson.string(error, "exception_message");
    if (type.endsWith("OutOfMemoryError") || message.contains("ran out of memory on your GPU")) {
      return JobFault.of(
          JobFault.Kind.OUT_OF_MEMORY, "The node has too little memory for this image");
    }
    if (type.equals("FileNotFoundError") && message.contains("Model in folder")) {
      return JobFault.of(JobFault.Kind.MODEL_MISSING, "A model file is missing on the node");
    }
    return JobFault.of(JobFault.Kind.NODE_FAILED, "The node failed in " + nodeType(error));
  }

  /** Class names are words of the workflow's author; anything else is not repeated. */
  private static String nodeType(JsonObject error) {
    String type = NodeJson.string(error, "node_type");
    return type.matches("[A-Za-z0-9_ +-]{1,80}") ? type : "a step";
  }
}
