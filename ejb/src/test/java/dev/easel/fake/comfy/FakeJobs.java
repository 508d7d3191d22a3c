package dev.easel.fake.comfy;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;

/** The API of jobs, as far as it is used: read from the source of 0.38, not recorded. */
final class FakeJobs {

  private final FakeComfy comfy;

  FakeJobs(FakeComfy comfy) {
    this.comfy = comfy;
  }

  void answer(HttpServerExchange exchange, String path) throws IOException {
    if (!comfy.isModern()) {
      FakeReply.empty(exchange, 404);
      return;
    }
    if (path.endsWith("/cancel")) {
      String id = path.split("/")[3];
      boolean cancelled = comfy.queue().delete(id);
      if (!cancelled && comfy.queue().isRunning(id)) {
        cancelled = comfy.queue().interrupt(id);
      }
      comfy.tellStatus();
      FakeReply.json(exchange, 200, FakeJson.object().add("cancelled", cancelled).build());
      return;
    }
    FakeReply.json(
        exchange,
        200,
        FakeJson.object()
            .add("jobs", FakeJson.array())
            .add(
                "pagination",
                FakeJson.object()
                    .add("offset", 0)
                    .add("limit", 1)
                    .add("total", comfy.queue().remaining())
                    .add("has_more", false))
            .build());
  }
}
