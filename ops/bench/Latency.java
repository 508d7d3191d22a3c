import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Locale;

/**
 * Asks the same address again and again, one request after the other, and prints how long it took in
 * milliseconds: the first, and after a tenth of the rounds, which warm up, the median and 99 of 100.
 * {@code #} in the address becomes the round's number.
 *
 * <pre>java Latency.java URL KEY TIMES [SECONDS]</pre>
 */
public class Latency {

  public static void main(String[] args) throws IOException, InterruptedException {
    int times = Integer.parseInt(args[2]);
    long end = System.nanoTime() + (args.length > 3 ? Long.parseLong(args[3]) : 20) * 1_000_000_000L;
    HttpClient client = HttpClient.newHttpClient();
    int warm = times / 10;
    double[] took = new double[warm + times];
    int done = 0;
    while (done < took.length && System.nanoTime() < end) {
      URI address = URI.create(args[0].replace("#", Integer.toString(done)));
      HttpRequest request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + args[1]).build();
      long began = System.nanoTime();
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() == 429) {
        Thread.sleep(1000); // the key's rate is not what is measured
        continue;
      }
      if (answer.statusCode() != 200) {
        throw new IOException(answer.statusCode() + " " + answer.body());
      }
      took[done++] = (System.nanoTime() - began) / 1e6;
    }
    double first = took[0];
    double[] sorted = done > warm ? Arrays.copyOfRange(took, warm, done) : Arrays.copyOf(took, done);
    Arrays.sort(sorted);
    done = sorted.length;
    System.out.printf(Locale.ROOT, "first %7.1f  p50 %7.1f  p99 %7.1f  (%d)%n", first, sorted[done / 2],
        sorted[Math.min(done - 1, done * 99 / 100)], done);
  }
}
