import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Many calls at one moment.
 *
 * <pre>java Burst.java URL KEY CALLS BODY</pre>
 *
 * Prints how often each status came, and how many seconds passed from the first call to the last
 * answer: {@code 202=60 429=140 seconds=0.412}.
 */
public class Burst {

  public static void main(String[] args) throws Exception {
    int calls = Integer.parseInt(args[2]);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(args[0]))
            .header("Authorization", "Bearer " + args[1])
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(HttpRequest.BodyPublishers.ofString(args[3]))
            .build();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    ExecutorService threads = Executors.newFixedThreadPool(calls);
    CountDownLatch gate = new CountDownLatch(1);
    List<Future<Integer>> answers = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      answers.add(
          threads.submit(
              () -> {
                gate.await();
                return client
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
              }));
    }
    long began = System.nanoTime();
    gate.countDown();
    Map<Integer, Integer> statuses = new TreeMap<>();
    for (Future<Integer> answer : answers) {
      statuses.merge(answer.get(), 1, Integer::sum);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    threads.shutdown();
    StringBuilder line = new StringBuilder();
    statuses.forEach((status, count) -> line.append(status).append('=').append(count).append(' '));
    System.out.printf(java.util.Locale.ROOT, "%sseconds=%.3f%n", line, seconds);
  }
}
