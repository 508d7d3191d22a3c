package dev.easel.web.api.sso;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How what stands under {@code /.well-known} is answered: in JSON, readable from any page. */
final class WellKnown {

  private WellKnown() {}

  static void none(HttpServletResponse response) throws IOException {
    JsonObject words =
        Json.createObjectBuilder().add("error", "No identity provider is set up here").build();
    json(response, HttpServletResponse.SC_NOT_FOUND, words);
  }

  static void json(HttpServletResponse response, int status, JsonObject answer) throws IOException {
    open(response);
    response.setStatus(status);
    response.setContentType("application/json");
    byte[] body = answer.toString().getBytes(UTF_8);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  /** Asked again each time: a provider comes and goes without a restart. */
  static void open(HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cache-Control", "no-cache");
  }
}
