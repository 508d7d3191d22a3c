package dev.easel.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Makes an image through the public API: queue it, follow it, fetch the files, say what it cost.
 * Interrupting the command cancels the generation, which releases what was held for it.
 */
public final class Generate {

  private final EaselApi api;
  private final ProgressBar bar;

  /** What an interruption cancels; null when nothing is under way. */
  private volatile String pending;

  private Generate(EaselApi api, ProgressBar bar) {
    this.api = api;
    this.bar = bar;
  }

  /**
   * Exit status: 0 all files are written, 1 they are not, 2 the arguments make no sense.
   *
   * @param arguments as typed after {@code ops/easel generate}
   */
  public static void main(String[] arguments) {
    Order order;
    ImageFiles files;
    try {
      order = Order.of(List.of(arguments), environment("EASEL_MODEL", ""));
      files = new ImageFiles(order);
    } catch (CommandFailure e) {
      System.err.println("easel: " + e.getMessage());
      System.exit(2);
      return;
    }
    if (System.getenv("EASEL_CHECK_ONLY") != null) {
      return;
    }
    System.exit(run(order, files));
  }

  private static int run(Order order, ImageFiles files) {
    EaselApi api = new EaselApi(environment("EASEL_URL", ""), environment("EASEL_API_KEY", ""));
    ProgressBar bar = new ProgressBar(System.err, System.getenv("EASEL_TERMINAL") != null);
    try {
      new Generate(api, bar).make(order, files);
      return 0;
    } catch (CommandFailure e) {
      bar.end();
      System.err.println("easel: " + e.getMessage());
      return 1;
    }
  }

  private void make(Order order, ImageFiles files) {
    Map<String, Object> generation = api.submit(order.request());
    String id = Fields.text(generation.get("id"), "");
    pending = id;
    Runtime.getRuntime().addShutdownHook(new Thread(this::cancelPending));
    try {
      generation = follow(id, generation, Instant.now().plus(order.patience()));
    } finally {
      pending = null;
    }
    report(generation, fetch(generation, files));
  }

  private void cancelPending() {
    String id = pending;
    if (id == null) {
      return;
    }
    bar.end();
    System.err.println("easel: cancelling " + id);
    try {
      api.cancel(id);
    } catch (CommandFailure e) {
      System.err.println("easel: " + e.getMessage());
    }
  }

  private Map<String, Object> follow(String id, Map<String, Object> first, Instant deadline) {
    Map<String, Object> generation = first;
    for (long wait = 100; ; wait = Math.min(1000, wait * 5 / 4)) {
      switch (Fields.text(generation.get("status"), "")) {
        case "completed" -> {
          bar.done();
          return generation;
        }
        case "failed" -> throw new CommandFailure(Fields.failure(generation, "it failed: " + id));
        case "cancelled" -> throw new CommandFailure("the generation was cancelled: " + id);
        case "queued" -> bar.queued(waitingReason(generation), position(generation));
        default -> bar.running(Fields.number(generation.get("progress"), 0));
      }
      if (Instant.now().isAfter(deadline)) {
        throw new CommandFailure("not done yet; it goes on as " + id + " (see --timeout)");
      }
      Pause.of(Duration.ofMillis(wait));
      generation = api.generation(id);
    }
  }

  private static String waitingReason(Map<String, Object> generation) {
    Object reason = generation.get("waiting_reason");
    return Fields.text(reason, Fields.text(Fields.map(reason).get("code"), null));
  }

  private static long position(Map<String, Object> generation) {
    return (long) Fields.number(generation.get("queue_position"), 0);
  }

  private List<Path> fetch(Map<String, Object> generation, ImageFiles files) {
    List<Path> written = new ArrayList<>();
    for (Map<String, Object> image : Fields.maps(generation.get("images"))) {
      String url = Fields.text(image.get("url"), "");
      written.add(files.write(written.size() + 1, part -> api.download(url, part)));
    }
    if (written.isEmpty()) {
      throw new CommandFailure("the generation has no images: " + generation.get("id"));
    }
    return written;
  }

  private static void report(Map<String, Object> generation, List<Path> written) {
    List<Map<String, Object>> images = Fields.maps(generation.get("images"));
    for (int i = 0; i < written.size(); i++) {
      Map<String, Object> image = images.get(i);
      System.out.printf(
          "%s  (%sx%s, seed %s)%n",
          written.get(i), image.get("width"), image.get("height"), image.get("seed"));
    }
    Map<String, Object> cost = Fields.map(generation.get("cost"));
    System.out.println("  id     " + generation.get("id"));
    System.out.println(
        "  model  " + Fields.text(generation.get("model_used"), "" + generation.get("model")));
    System.out.println("  seed   " + images.get(0).get("seed"));
    System.out.printf(
        Locale.ROOT,
        "  cost   %s credits ($%.4f)%n",
        cost.getOrDefault("credits", 0),
        Fields.number(cost.get("usd"), 0));
    System.out.println("  time   " + seconds(generation));
    for (Map<String, Object> warning : Fields.maps(generation.get("warnings"))) {
      System.out.println(
          "  note   " + Fields.text(warning.get("message"), "" + warning.get("code")));
    }
  }

  /** From acceptance to completion, as the server saw it. */
  private static String seconds(Map<String, Object> generation) {
    try {
      Instant created = Instant.parse(Fields.text(generation.get("created_at"), ""));
      Instant completed = Instant.parse(Fields.text(generation.get("completed_at"), ""));
      double seconds = Duration.between(created, completed).toMillis() / 1000.0;
      return String.format(Locale.ROOT, "%.2f s", seconds);
    } catch (java.time.format.DateTimeParseException e) {
      return "unknown";
    }
  }

  private static String environment(String name, String otherwise) {
    String value = System.getenv(name);
    return value == null || value.isEmpty() ? otherwise : value;
  }
}
