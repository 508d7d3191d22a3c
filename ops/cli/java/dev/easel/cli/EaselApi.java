package dev.easel.cli;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

/** The few calls of {@code /api/v2} the command makes. Connection failures are tried again. */
final class EaselApi {

  private static final int TRIES = 4;

  /** A trial render on a node may take a minute and a half. */
  private static final Duration LONG = Duration.ofMinutes(3);

  private static final String GENERATIONS = "api/v2/generations/";

  private final HttpClient http =
      HttpClient.newBuilder()
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final URI base;
  private final String key;

  EaselApi(String url, String key) {
    this.base = URI.create(url.endsWith("/") ? url : url + "/");
    this.key = key;
  }

  /** Queues a generation. The idempotency key makes a repeated attempt find the first one. */
  Map<String, Object> submit(Map<String, Object> body) {
    HttpRequest request =
        call("api/v2/generate/text-to-image")
            .header("Content-Type", "application/json")
            .header("Prefer", "respond-async")
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .POST(BodyPublishers.ofString(Json.write(body)))
            .build();
    return json(send(request, BodyHandlers.ofString()));
  }

  Map<String, Object> generation(String id) {
    return json(send(call(GENERATIONS + id).GET().build(), BodyHandlers.ofString()));
  }

  void cancel(String id) {
    send(
        call(GENERATIONS + id + "/cancel").POST(BodyPublishers.noBody()).build(),
        BodyHandlers.discarding());
  }

  /**
   * @param url absolute, or relative to the server
   */
  void download(String url, Path file) {
    HttpRequest request = HttpRequest.newBuilder(base.resolve(url)).GET().build();
    int status = send(request, BodyHandlers.ofFile(file)).statusCode();
    if (status != 200) {
      throw new CommandFailure("the image could not be fetched (HTTP " + status + "): " + url);
    }
  }

  /**
   * Any other call.
   *
   * @param path relative to the server
   * @param body null for none
   * @return what was answered; empty if nothing was
   */
  Map<String, Object> call(String method, String path, Map<String, Object> body) {
    HttpRequest.Builder request = call(path).timeout(LONG);
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request
          .header("Content-Type", "application/json")
          .method(method, BodyPublishers.ofString(Json.write(body)));
    }
    HttpResponse<String> response = send(request.build(), BodyHandlers.ofString());
    return response.statusCode() == 204 ? Map.of() : json(response);
  }

  private HttpRequest.Builder call(String path) {
    return HttpRequest.newBuilder(base.resolve(path))
        .timeout(Duration.ofSeconds(60))
        .header("Authorization", "Bearer " + key)
        .header("Accept", "application/json");
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    for (int attempt = 1; ; attempt++) {
      try {
        return http.send(request, handler);
      } catch (IOException e) {
        if (attempt == TRIES) {
          String what = e instanceof ConnectException ? "nothing listens there" : e.toString();
          throw new CommandFailure("no answer from " + base + ": " + what);
        }
        Pause.of(Duration.ofMillis(250L << attempt));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CommandFailure("interrupted");
      }
    }
  }

  private static Map<String, Object> json(HttpResponse<String> response) {
    Map<String, Object> body;
    try {
      body = Fields.map(Json.read(response.body()));
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(
          "unexpected answer, HTTP " + response.statusCode() + " from " + response.uri());
    }
    if (response.statusCode() >= 300) {
      throw new CommandFailure(Fields.failure(body, "HTTP " + response.statusCode()));
    }
    return body;
  }
}
