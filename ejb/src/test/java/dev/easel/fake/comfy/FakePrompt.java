package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;

/**
 * A prompt in the queue.
 *
 * @param extraData as it came, with the client id in it as the server puts it there
 */
record FakePrompt(
    long number, String id, FakeGraph graph, JsonObject extraData, List<String> outputs) {

  String clientId() {
    return FakeJson.string(extraData, "client_id");
  }

  boolean wantsPreviews() {
    return !FakeJson.string(extraData, "preview_method").equals("none");
  }

  /** As {@code /queue} and {@code /history} show it. */
  JsonArray json() {
    return FakeJson.array()
        .add(number)
        .add(id)
        .add(graph.json())
        .add(extraData)
        .add(FakeJson.texts(outputs))
        .build();
  }
}
