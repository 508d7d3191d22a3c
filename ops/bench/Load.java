import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A closed-loop HTTP load on this machine only: each connection sends its next request when the last
 * was answered. Bounded by time and by count.
 *
 * <pre>java ops/bench/Load.java METHOD URL KEY CONNECTIONS SECONDS MOST [BODY]</pre>
 *
 * KEY may be {@code @FILE}, a key per line: the connections share them out and use theirs in turn.
 *
 * Prints one line: requests per second, latencies in milliseconds, answers by status class.
 */
public class Load {

  public static void main(String[] args) throws Exception {
    URI uri = URI.create(args[1]);
    if (!InetSocketAddress.createUnresolved(uri.getHost(), 80).getHostString().matches("localhost|127\\..*")) {
      throw new IllegalArgumentException("Load goes to loopback only");
    }
    List<byte[]> requests = new ArrayList<>();
    for (String key : keys(args[2])) {
      requests.add(request(args[0], uri, key, args.length > 6 ? args[6] : ""));
    }
    int connections = Integer.parseInt(args[3]);
    long until = System.nanoTime() + Long.parseLong(args[4]) * 1_000_000_000L;
    int most = Integer.parseInt(args[5]) / connections;
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    List<Future<Result>> running = new ArrayList<>();
    long start = System.nanoTime();
    for (int i = 0; i < connections; i++) {
      running.add(threads.submit(client(uri, share(requests, i, connections), until, most)));
    }
    Result all = new Result();
    for (Future<Result> one : running) {
      all.add(one.get());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    threads.shutdown();
    System.out.println(all.summary(seconds));
  }

  private static List<String> keys(String given) throws IOException {
    return given.startsWith("@") ? Files.readAllLines(Path.of(given.substring(1))) : List.of(given);
  }

  private static List<byte[]> share(List<byte[]> requests, int connection, int connections) {
    List<byte[]> mine = new ArrayList<>();
    for (int i = connection % requests.size(); i < requests.size(); i += connections) {
      mine.add(requests.get(i));
    }
    return mine;
  }

  private static byte[] request(String method, URI uri, String key, String body) {
    byte[] content = body.getBytes(UTF_8);
    String head =
        method + " " + uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery())
            + " HTTP/1.1\r\nHost: " + uri.getHost() + ":" + uri.getPort()
            + "\r\nAuthorization: Bearer " + key
            + "\r\nPrefer: respond-async"
            + (content.length == 0 ? "" : "\r\nContent-Type: application/json")
            + "\r\nContent-Length: " + content.length + "\r\n\r\n";
    byte[] bytes = Arrays.copyOf(head.getBytes(UTF_8), head.length() + content.length);
    System.arraycopy(content, 0, bytes, head.length(), content.length);
    return bytes;
  }

  private static Callable<Result> client(URI uri, List<byte[]> requests, long until, int most) {
    return () -> {
      Result result = new Result();
      while (System.nanoTime() < until && result.count < most) {
        connection(uri, requests, until, most, result);
      }
      return result;
    };
  }

  /** Uses one connection until the server closes it. */
  private static void connection(
      URI uri, List<byte[]> requests, long until, int most, Result result)
      throws IOException {
    try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(60_000);
      InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      OutputStream out = socket.getOutputStream();
      boolean open = true;
      while (open && System.nanoTime() < until && result.count < most) {
        long begin = System.nanoTime();
        out.write(requests.get(result.count % requests.size()));
        int status = readAnswer(in);
        result.note(System.nanoTime(), begin, Math.abs(status));
        open = status > 0;
      }
    }
  }

  /** Reads one answer to its end and returns its status, negative if the server closes after it. */
  private static int readAnswer(InputStream in) throws IOException {
    int status = Integer.parseInt(line(in).split(" ")[1]);
    int length = 0;
    boolean chunked = false;
    int sign = 1;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      }
      sign = lower.equals("connection: close") ? -1 : sign;
      chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
    }
    if (chunked) {
      for (int size = Integer.parseInt(line(in), 16); ; size = Integer.parseInt(line(in), 16)) {
        in.readNBytes(size);
        line(in);
        if (size == 0) {
          return sign * status;
        }
      }
    }
    in.readNBytes(length);
    return sign * status;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("The server closed the connection");
      }
      if (c != '\r') {
        text.write(c);
      }
    }
    return text.toString(UTF_8);
  }

  private static final class Result {
    private int count;
    private long[] nanos = new long[1024];
    private final int[] classes = new int[6];

    void note(long end, long begin, int status) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = end - begin;
      classes[status / 100]++;
    }

    void add(Result other) {
      for (int i = 0; i < other.count; i++) {
        if (count == nanos.length) {
          nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = other.nanos[i];
      }
      for (int i = 0; i < classes.length; i++) {
        classes[i] += other.classes[i];
      }
    }

    String summary(double seconds) {
      Arrays.sort(nanos, 0, count);
      return String.format(
          Locale.ROOT,
          "%.0f req/s  p50 %.2f ms  p90 %.2f ms  p99 %.2f ms  (%d requests, 2xx %d, 4xx %d, 5xx %d)",
          count / seconds, at(0.5), at(0.9), at(0.99), count, classes[2], classes[4], classes[5]);
    }

    private double at(double quantile) {
      return count == 0 ? 0 : nanos[(int) Math.min(count - 1, count * quantile)] / 1e6;
    }
  }
}
