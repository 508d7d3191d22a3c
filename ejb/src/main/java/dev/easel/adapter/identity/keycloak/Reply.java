package dev.easel.adapter.identity.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.Optional;

/** What Keycloak answered. */
record Reply(int status, String body) {

  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;

  boolean isGood() {
    return status >= OK && status < FIRST_REDIRECT;
  }

  /** Empty if the body is no JSON. */
  Optional<JsonStructure> json() {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      return Optional.of(reader.read());
    } catch (JsonException e) {
      return Optional.empty();
    }
  }

  @Override
  public String toString() {
    return "Reply[" + status + "]"; // bodies hold secrets
  }
}
