package dev.easel.cli;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the queue and changes it through the administrators' API. */
public final class Queue {

  private static final String QUEUE = "api/v2/admin/queue";

  private final EaselApi api;
  private final QueueCommand command;

  private Queue(EaselApi api, QueueCommand command) {
    this.api = api;
    this.command = command;
  }

  /**
   * Exit status: 0 done, 1 the server would not, 2 the arguments make no sense.
   *
   * @param arguments as typed after {@code ops/easel queue}
   */
  public static void main(String[] arguments) {
    QueueCommand command;
    try {
      command = QueueCommand.of(List.of(arguments));
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
      new Queue(api, command).run();
    } catch (CommandFailure e) {
      System.err.println("easel: " + e.getMessage());
      System.exit(1);
    }
  }

  private void run() {
    switch (command.verb()) {
      case "list" -> list();
      case "pause", "resume" ->
          pauses(api.call("POST", QUEUE + "/" + command.verb(), command.terms()));
      case "front" -> each("/move", Map.of("place", 1));
      case "move" -> each("/move", command.terms());
      default -> each("/" + command.verb(), null);
    }
  }

  private void list() {
    Map<String, Object> page = api.call("GET", QUEUE + query(), null);
    Map<String, Object> summary = api.call("GET", QUEUE + "/summary", null);
    if (command.json()) {
      Map<String, Object> both = new LinkedHashMap<>(summary);
      both.putAll(page);
      System.out.println(Json.write(both));
      return;
    }
    System.out.println(text(summary, "waiting") + " wait, " + text(summary, "running") + " run");
    Map<String, Object> reasons = Fields.map(summary.get("by_reason"));
    reasons.forEach((reason, count) -> System.out.println("  " + reason + " " + count));
    Fields.maps(summary.get("pauses")).forEach(Queue::pause);
    rows(Fields.maps(page.get("queue")));
    if (page.get("next_cursor") != null) {
      System.out.println("and more; --limit N for up to 200, --json or the API for all");
    }
  }

  private static void rows(List<Map<String, Object>> queue) {
    if (queue.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("ID", "TENANT", "MODEL", "LANE", "LINE", "PLACE", "AGE", "REASON"));
    for (Map<String, Object> item : queue) {
      rows.add(
          List.of(
              text(item, "id"),
              text(item, "tenant_id"),
              text(item, "model"),
              text(item, "lane"),
              text(item, "line") + (Boolean.TRUE.equals(item.get("expedited")) ? "!" : ""),
              text(item, "place"),
              text(item, "age_seconds") + "s",
              text(item, "waiting_reason")));
    }
    Columns.print(rows, System.out);
  }

  private void pauses(Map<String, Object> answer) {
    if (command.json()) {
      System.out.println(Json.write(answer));
      return;
    }
    boolean changed = Boolean.TRUE.equals(answer.get("changed"));
    System.out.println(changed ? command.verb() + "d" : "it was so already");
    Fields.maps(answer.get("pauses")).forEach(Queue::pause);
  }

  private static void pause(Map<String, Object> pause) {
    String subject = pause.get("subject") == null ? "" : " " + pause.get("subject");
    String note = text(pause, "note").isEmpty() ? "" : ": " + text(pause, "note");
    System.out.println(
        "paused " + text(pause, "scope") + subject + " since " + text(pause, "paused_at") + note);
  }

  private void each(String rest, Map<String, Object> body) {
    for (String id : command.targets()) {
      Map<String, Object> item = api.call("POST", QUEUE + "/" + encoded(id) + rest, body);
      if (command.json()) {
        System.out.println(Json.write(item));
      } else if (item.get("status") != null) {
        System.out.println(id + " " + text(item, "status"));
      } else {
        System.out.println(id + " place " + text(item, "place"));
      }
    }
  }

  private String query() {
    return command.terms().entrySet().stream()
        .map(term -> term.getKey() + "=" + encoded(term.getValue().toString()))
        .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String text(Map<String, Object> item, String name) {
    Object value = item.get(name);
    return value == null ? "-" : value.toString();
  }
}
