package dev.easel.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server of its own, started and stopped by {@code ops/easel} and killed by its process id. */
final class Instance {

  private static final Pattern API_KEY = Pattern.compile("\"api_key\":\"([^\"]+)\"");

  private final Path easel;
  private final Path data;
  private final int port;
  private final Map<String, String> settings;

  Instance(Path easel, Path data, int port, Map<String, String> settings) {
    this.easel = easel;
    this.data = data;
    this.port = port;
    this.settings = settings;
  }

  Path data() {
    return data;
  }

  String url() {
    return "http://127.0.0.1:" + port;
  }

  String apiKey() throws IOException {
    Matcher found = API_KEY.matcher(Files.readString(data.resolve("first-run.json")));
    if (!found.find()) {
      throw new IOException("No API key in first-run.json");
    }
    return found.group(1);
  }

  /** Starts it and waits until it is ready; returns how long that took. */
  Duration up(Map<String, String> more) throws IOException, InterruptedException {
    long began = System.nanoTime();
    Process start = command(more, "up", "--detach", "--port", Integer.toString(port));
    if (start.waitFor() != 0) {
      throw new IOException("ops/easel up failed: " + Files.readString(output()));
    }
    return Duration.ofNanos(System.nanoTime() - began);
  }

  /** Starts it and kills it after a while, ready or not. */
  void upAndKill(Duration life) throws IOException, InterruptedException {
    Process start = command(Map.of(), "up", "--detach", "--port", Integer.toString(port));
    Thread.sleep(life.toMillis());
    kill();
    start.waitFor();
  }

  void down() throws IOException, InterruptedException {
    if (command(Map.of(), "down").waitFor() != 0) {
      throw new IOException("ops/easel down failed: " + Files.readString(output()));
    }
  }

  /** Kill -9: the process gets no chance to do anything. */
  void kill() throws IOException, InterruptedException {
    long pid = Long.parseLong(Files.readString(data.resolve("run/easel.pid")).trim());
    ProcessHandle process = ProcessHandle.of(pid).orElseThrow();
    process.destroyForcibly();
    process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
  }

  private Path output() {
    return data.resolveSibling(data.getFileName() + ".out");
  }

  private Process command(Map<String, String> more, String... words) throws IOException {
    List<String> line = new ArrayList<>(List.of(easel.toString()));
    line.addAll(List.of(words));
    line.addAll(List.of("--data", data.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output().toFile());
    builder.environment().putAll(settings);
    builder.environment().putAll(more);
    return builder.start();
  }
}
