package dev.easel.fake.comfy;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes answers as the recorded server does. */
final class FakeReply {

  private FakeReply() {}

  static void json(HttpServerExchange exchange, int status, JsonStructure body) throws IOException {
    bytes(exchange, status, "application/json; charset=utf-8", text(body.toString()));
  }

  static void empty(HttpServerExchange exchange, int status) throws IOException {
    bytes(exchange, status, null, new byte[0]);
  }

  /** What aiohttp says to a defect. */
  static void trouble(HttpServerExchange exchange) throws IOException {
    String body = "500 Internal Server Error\n\nServer got itself in trouble";
    bytes(exchange, 500, "text/plain; charset=utf-8", text(body));
  }

  static void bytes(HttpServerExchange exchange, int status, String type, byte[] body)
      throws IOException {
    begin(exchange, status, type, body.length);
    exchange.getOutputStream().write(body);
    exchange.endExchange();
  }

  /** A byte now and then, until the other side has had enough. */
  static void trickle(HttpServerExchange exchange, byte[] body) throws IOException {
    begin(exchange, 200, "image/png", body.length);
    OutputStream out = exchange.getOutputStream();
    try {
      for (byte one : body) {
        out.write(one);
        out.flush();
        Thread.sleep(200);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.endExchange();
  }

  private static void begin(HttpServerExchange exchange, int status, String type, int length) {
    exchange.setStatusCode(status);
    exchange.setResponseContentLength(length);
    if (type != null) {
      exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
