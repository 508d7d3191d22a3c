package dev.easel.crash;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The calls a client makes. An {@link IOException} means that no answer was received. */
final class Api {

  private static final Set<String> FINAL = Set.of("completed", "failed", "cancelled");
  private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");
  private static final Pattern ID = Pattern.compile("\"id\":\"([a-z]+_[0-9a-f]+)\"");
  private static final Pattern URL = Pattern.compile("\"url\":\"([^\"]+/image\\.[^\"]+)\"");

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final String base;
  private final String key;

  Api(String base, String key) {
    this.base = base;
    this.key = key;
  }

  /** An answer that arrived whole. */
  record Answer(int status, String body) {

    boolean isGood() {
      return status / 100 == 2;
    }

    String id() {
      return first(ID, body);
    }

    boolean isFinal() {
      return FINAL.contains(state());
    }

    String state() {
      return first(STATUS, body);
    }

    List<String> imageUrls() {
      return URL.matcher(body.replace("\\/", "/"))
          .results()
          .map((MatchResult found) -> found.group(1).replace("\\u0026", "&"))
          .toList();
    }

    private static String first(Pattern pattern, String text) {
      Matcher found = pattern.matcher(text);
      return found.find() ? found.group(1) : "";
    }
  }

  Answer submit(Wish wish) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        call("/api/v2/generate/text-to-image")
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .POST(BodyPublishers.ofString(wish.body()));
    if (wish.key() != null) {
      request.header("Idempotency-Key", wish.key());
    }
    return send(request);
  }

  /** Lets the first tenant's plan run no more than this at once. */
  Answer cap(int concurrency) throws IOException, InterruptedException {
    return send(
        call("/api/v2/admin/plans/enterprise")
            .header("Content-Type", "application/json")
            .method("PATCH", BodyPublishers.ofString("{\"concurrency\":" + concurrency + "}")));
  }

  Answer cancel(String id) throws IOException, InterruptedException {
    return send(call("/api/v2/generations/" + id + "/cancel").POST(BodyPublishers.noBody()));
  }

  Answer get(String id) throws IOException, InterruptedException {
    return send(call("/api/v2/generations/" + id));
  }

  /** Has the books audited. */
  Answer audit() throws IOException, InterruptedException {
    return send(call("/api/v2/admin/ledger/audit").POST(BodyPublishers.noBody()));
  }

  /** What the last audit found. */
  Answer audited() throws IOException, InterruptedException {
    return send(call("/api/v2/admin/ledger/audit"));
  }

  /** How a batch run stands. */
  Answer run(String id) throws IOException, InterruptedException {
    return send(call("/api/v2/admin/batch-runs/" + id));
  }

  byte[] file(String url) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
    return response.statusCode() == 200 ? response.body() : new byte[0];
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + key);
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body());
  }
}
