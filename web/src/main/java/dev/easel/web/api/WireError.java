package dev.easel.web.api;

import jakarta.json.JsonObject;
import java.util.Map;

/** A refusal in a dialect's words. */
public record WireError(int status, JsonObject body, Map<String, String> headers) {}
