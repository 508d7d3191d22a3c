package dev.easel.web.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How the addresses for operators answer: never kept by anybody on the way. */
final class HealthAnswers {

  private HealthAnswers() {}

  static void json(HttpServletResponse response, int status, String body) throws IOException {
    send(response, status, "application/json", body.getBytes(UTF_8));
  }

  static void send(HttpServletResponse response, int status, String mediaType, byte[] body)
      throws IOException {
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setHeader("Cache-Control", "no-store");
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }
}
