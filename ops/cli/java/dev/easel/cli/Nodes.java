package dev.easel.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers nodes and looks after them through the administrators' API. */
public final class Nodes {

  private static final String NODES = "api/v2/admin/nodes";

  private final EaselApi api;
  private final NodeCommand command;

  private Nodes(EaselApi api, NodeCommand command) {
    this.api = api;
    this.command = command;
  }

  /**
   * Exit status: 0 done, 1 the server or the node would not, 2 the arguments make no sense.
   *
   * @param arguments as typed after {@code ops/easel node}
   */
  public static void main(String[] arguments) {
    NodeCommand command;
    try {
      command = NodeCommand.of(List.of(arguments));
    } catch (CommandFailure e) {
      System.err.println("easel: " + e.getMessage());
      System.exit(2);
      return;
    }
    if (System.getenv("EASEL_CHECK_ONLY") != null) {
      return;
    }
    try {
      EaselApi api = new EaselApi(System.getenv("EASEL_URL"), System.getenv("EASEL_API_KEY"));
      System.exit(new Nodes(api, command).run() ? 0 : 1);
    } catch (CommandFailure e) {
      System.err.println("easel: " + e.getMessage());
      System.exit(1);
    }
  }

  private boolean run() {
    switch (command.verb()) {
      case "list" -> list();
      case "add" -> add();
      case "set" -> show(api.call("PATCH", place(""), command.terms()));
      case "show" -> show(api.call("GET", place(command.all() ? "/inventory" : ""), null));
      case "remove" -> remove();
      case "canary" -> {
        return canary();
      }
      default -> show(api.call("POST", place("/" + command.verb()), null));
    }
    return true;
  }

  private void list() {
    List<Map<String, Object>> nodes = new ArrayList<>();
    String cursor = "";
    do {
      Map<String, Object> page = api.call("GET", NODES + "?limit=200" + cursor, null);
      nodes.addAll(Fields.maps(page.get("nodes")));
      String next = Fields.text(page.get("next_cursor"), null);
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    if (command.json()) {
      System.out.println(Json.write(Map.of("nodes", nodes)));
    } else {
      NodeTable.print(nodes, System.out);
    }
  }

  private void add() {
    Map<String, Object> body = new LinkedHashMap<>(command.terms());
    body.put("url", command.target());
    show(api.call("POST", NODES, body));
  }

  private void remove() {
    api.call("DELETE", place(command.forced() ? "?force=true" : ""), null);
    System.out.println("removed " + command.target());
  }

  private boolean canary() {
    Map<String, Object> answer = api.call("POST", place("/canary"), null);
    boolean passed = Boolean.TRUE.equals(answer.get("passed"));
    if (command.json()) {
      System.out.println(Json.write(answer));
    } else if (passed) {
      System.out.println(command.target() + " passed");
    } else {
      System.out.println(command.target() + " failed: " + Fields.text(answer.get("fault"), "?"));
    }
    return passed;
  }

  private void show(Map<String, Object> node) {
    if (command.json() || command.all()) {
      System.out.println(Json.write(node));
    } else {
      NodeTable.describe(node, System.out);
    }
  }

  private String place(String rest) {
    String id = URLEncoder.encode(command.target(), StandardCharsets.UTF_8).replace("+", "%20");
    return NODES + "/" + id + rest;
  }
}
