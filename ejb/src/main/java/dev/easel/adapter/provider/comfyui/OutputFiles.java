package dev.easel.adapter.provider.comfyui;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;

/** Names of files on a node. */
final class OutputFiles {

  /** The folder of all that is ours, below the node's folders for input, output and the rest. */
  static final String FOLDER = "easel";

  private OutputFiles() {}

  /**
   * One file that a node of the graph saved.
   *
   * @param nodeId the saving node
   */
  record Saved(String nodeId, String filename, String subfolder, String type) {

    /** A node that answers from its cache names files of the job that filled it. */
    boolean belongsTo(String upstreamId) {
      return subfolder.equals(FOLDER) && filename.startsWith(upstreamId);
    }

    String viewPath() {
      return "/view?filename="
          + URLEncoder.encode(filename, UTF_8)
          + "&subfolder="
          + URLEncoder.encode(subfolder, UTF_8)
          + "&type="
          + URLEncoder.encode(type, UTF_8);
    }
  }

  /** What the node is told to begin the names of its outputs with. */
  static String prefix(String upstreamId) {
    return FOLDER + "/" + upstreamId;
  }

  /** Images meant to be kept, by saving node, then in the order they were saved in. */
  static List<Saved> of(JsonObject outputs) {
    List<Saved> found = new ArrayList<>();
    outputs.keySet().stream()
        .sorted(ComfyGraph.NUMERIC)
        .forEach(id -> collect(id, NodeJson.child(outputs, id), found));
    return found;
  }

  private static void collect(String nodeId, JsonObject output, List<Saved> into) {
    for (JsonValue image : NodeJson.list(output, "images")) {
      if (image instanceof JsonObject file && NodeJson.string(file, "type").equals("output")) {
        into.add(
            new Saved(
                nodeId,
                NodeJson.string(file, "filename"),
                NodeJson.string(file, "subfolder"),
                "output"));
      }
    }
  }

  /** The value of a loader's input for an uploaded file, as the node answered the upload. */
  static String loaderValue(JsonObject uploaded) {
    String subfolder = NodeJson.string(uploaded, "subfolder");
    String type = NodeJson.string(uploaded, "type");
    String path = (subfolder.isEmpty() ? "" : subfolder + "/") + NodeJson.string(uploaded, "name");
    return type.isEmpty() || type.equals("input") ? path : path + " [" + type + "]";
  }
}
