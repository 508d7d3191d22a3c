package dev.easel.cli;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Nodes as a person reads them. */
final class NodeTable {

  private static final double GIB = 1024.0 * 1024 * 1024;

  private NodeTable() {}

  static void print(List<Map<String, Object>> nodes, PrintStream out) {
    if (nodes.isEmpty()) {
      out.println("no nodes; see ops/easel node add --help");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "KIND", "HEALTH", "WISH", "JOBS", "VRAM", "LOADED", "URL"));
    nodes.forEach(node -> rows.add(row(node)));
    Columns.print(rows, out);
  }

  private static List<String> row(Map<String, Object> node) {
    return List.of(
        text(node, "name"),
        text(node, "kind"),
        text(node, "health"),
        text(node, "wish"),
        text(node, "in_flight") + "/" + text(node, "max_in_flight"),
        memory(node),
        text(node, "loaded_model"),
        text(node, "url"));
  }

  static void describe(Map<String, Object> node, PrintStream out) {
    out.println(text(node, "name") + "  " + text(node, "id"));
    out.println("  url        " + text(node, "url") + " (" + text(node, "kind") + ")");
    out.println("  health     " + text(node, "health") + reasons(node));
    line(out, "  trouble    ", node, "trouble");
    out.println("  wish       " + text(node, "wish") + drained(node));
    out.println("  jobs       " + text(node, "in_flight") + " of " + text(node, "max_in_flight"));
    line(out, "  loaded     ", node, "loaded_model");
    line(out, "  software   ", node, "software");
    line(out, "  device     ", node, "device");
    out.println("  vram       " + memory(node));
    out.println("  inventory  " + inventory(node));
    out.println("  rendered   " + text(node, "rendered") + ", failed " + text(node, "failed"));
    line(out, "  last fault ", node, "last_fault");
    words(out, "  headers    ", node.get("headers"));
    words(out, "  models     ", node.get("models"));
    Map<String, Object> labels = Fields.map(node.get("labels"));
    labels.forEach((key, value) -> out.println("  label      " + key + "=" + value));
    Map<String, Object> paused = Fields.map(node.get("paused_models"));
    paused.forEach((model, until) -> out.println("  paused     " + model + " until " + until));
  }

  private static void line(PrintStream out, String label, Map<String, Object> node, String name) {
    if (node.get(name) != null) {
      out.println(label + node.get(name));
    }
  }

  private static void words(PrintStream out, String label, Object words) {
    if (words instanceof List<?> list && !list.isEmpty()) {
      out.println(
          label + list.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }
  }

  private static String reasons(Map<String, Object> node) {
    Object reasons = node.get("reasons");
    return reasons instanceof List<?> list && !list.isEmpty()
        ? list.stream().map(String::valueOf).collect(Collectors.joining(", ", " (", ")"))
        : "";
  }

  private static String drained(Map<String, Object> node) {
    return Boolean.TRUE.equals(node.get("drained")) ? ", nothing left: it can be switched off" : "";
  }

  private static String inventory(Map<String, Object> node) {
    Map<String, Object> inventory = Fields.map(node.get("inventory"));
    if (inventory.isEmpty()) {
      return "unknown";
    }
    String models =
        Fields.map(inventory.get("models")).entrySet().stream()
            .map(kind -> kind.getValue() + " " + kind.getKey())
            .collect(Collectors.joining(", "));
    String classes = inventory.get("node_classes") + " node classes";
    return models.isEmpty() ? classes : models + ", " + classes;
  }

  private static String memory(Map<String, Object> node) {
    double total = Fields.number(node.get("vram_total"), 0);
    double free = Fields.number(node.get("vram_free"), 0);
    return total == 0
        ? "-"
        : String.format(Locale.ROOT, "%.1f of %.1f GiB free", free / GIB, total / GIB);
  }

  private static String text(Map<String, Object> node, String name) {
    Object value = node.get(name);
    return value == null ? "-" : value.toString();
  }
}
