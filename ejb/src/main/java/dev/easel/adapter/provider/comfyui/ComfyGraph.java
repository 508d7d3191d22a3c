package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.provider.NodeJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/** A workflow in API format: nodes by id, each with a class and inputs that are values or links. */
final class ComfyGraph {

  /** Node ids are numbers in the format, but nothing holds anyone to it. */
  static final Comparator<String> NUMERIC =
      Comparator.<String>comparingInt(String::length).thenComparing(Comparator.naturalOrder());

  private static final String PREFIX = "filename_prefix";

  private final JsonObject nodes;

  ComfyGraph(JsonObject nodes) {
    this.nodes = nodes;
  }

  /**
   * @throws IllegalArgumentException if the text is no JSON object
   */
  static ComfyGraph of(String workflow) {
    return new ComfyGraph(
        NodeJson.parse(workflow)
            .orElseThrow(() -> new IllegalArgumentException("The workflow is no JSON object")));
  }

  JsonObject json() {
    return nodes;
  }

  Set<String> nodeIds() {
    return nodes.keySet();
  }

  String nodeClass(String id) {
    return NodeJson.string(NodeJson.child(nodes, id), "class_type");
  }

  private JsonObject inputs(String id) {
    return NodeJson.child(NodeJson.child(nodes, id), "inputs");
  }

  /**
   * Makes the graph the job's own: outputs begin with its id, so that none is another job's and
   * nothing comes out of the node's cache, and loaders read the files under the names they got.
   *
   * @param files names on the node by names in the workflow
   */
  ComfyGraph ownedBy(String upstreamId, Map<String, String> files) {
    List<String> saving = nodeIds().stream().filter(id -> inputs(id).containsKey(PREFIX)).toList();
    JsonObjectBuilder owned = NodeJson.object(nodes);
    for (String id : nodeIds()) {
      String prefix = OutputFiles.prefix(upstreamId) + (saving.size() > 1 ? "-" + id : "");
      JsonObject inputs = owned(id, prefix, files);
      owned.add(id, NodeJson.object(NodeJson.child(nodes, id)).add("inputs", inputs));
    }
    return new ComfyGraph(owned.build());
  }

  private JsonObject owned(String id, String prefix, Map<String, String> files) {
    JsonObjectBuilder inputs = NodeJson.object(inputs(id));
    if (inputs(id).containsKey(PREFIX)) {
      inputs.add(PREFIX, prefix);
    }
    // Only loaders: a prompt may happen to read like the name of a file.
    if (nodeClass(id).contains("Load")) {
      inputs(id)
          .forEach(
              (name, value) -> {
                String file = files.get(NodeJson.string(value));
                if (file != null) {
                  inputs.add(name, file);
                }
              });
    }
    return inputs.build();
  }

  /** The nodes whose steps are worth counting, because they take nearly all the time. */
  Set<String> samplers() {
    return nodeIds().stream().filter(id -> samples(nodeClass(id))).collect(Collectors.toSet());
  }

  private static boolean samples(String nodeClass) {
    return nodeClass.startsWith("KSampler") && !nodeClass.equals("KSamplerSelect")
        || nodeClass.startsWith("SamplerCustom")
        || nodeClass.equals("ImageUpscaleWithModel");
  }

  /** The seed that went into what a node made: the nearest one upstream. */
  OptionalLong seedOf(String nodeId) {
    Deque<String> next = new ArrayDeque<>(List.of(nodeId));
    Set<String> seen = new HashSet<>(next);
    while (!next.isEmpty()) {
      JsonObject inputs = inputs(next.poll());
      for (String name : List.of("seed", "noise_seed")) {
        if (inputs.get(name) instanceof JsonNumber seed) {
          return OptionalLong.of(seed.longValue());
        }
      }
      for (JsonValue input : inputs.values()) {
        if (input instanceof JsonArray link && !link.isEmpty()) {
          String source = NodeJson.string(link.get(0));
          if (seen.add(source)) {
            next.add(source);
          }
        }
      }
    }
    return OptionalLong.empty();
  }
}
