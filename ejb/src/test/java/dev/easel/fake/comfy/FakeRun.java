package dev.easel.fake.comfy;

import static dev.easel.fake.comfy.ComfyFault.DIE_MID_JOB;
import static dev.easel.fake.comfy.ComfyFault.DROP_SOCKET;
import static dev.easel.fake.comfy.ComfyFault.FINISH_LATE;
import static dev.easel.fake.comfy.ComfyFault.HANG;
import static dev.easel.fake.comfy.ComfyFault.INTERRUPTED_BY_OTHER;
import static dev.easel.fake.comfy.ComfyFault.MODEL_MISSING_AT_RUN;
import static dev.easel.fake.comfy.ComfyFault.NODE_THROWS;
import static dev.easel.fake.comfy.ComfyFault.OUT_OF_MEMORY;
import static dev.easel.fake.comfy.ComfyFault.RESTART_MID_JOB;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One execution of one prompt: its events in the recorded order, its files, its history. */
final class FakeRun {

  private static final long FOREVER = 3_600_000;

  private final FakeComfy comfy;
  private final FakeQueue queue;
  private final FakePrompt prompt;
  private final FakeEvents events;
  private final FakeOutputs outputs;
  private final List<String> executed = new ArrayList<>();
  private JsonObject end;

  FakeRun(FakeComfy comfy, FakeQueue queue, FakePrompt prompt) {
    this.comfy = comfy;
    this.queue = queue;
    this.prompt = prompt;
    this.events = new FakeEvents(comfy.sockets(), prompt);
    this.outputs = new FakeOutputs(comfy, prompt);
  }

  /**
   * @param cache signatures of what the prompt before computed, with what it showed; changed
   */
  void run(Map<String, JsonObject> cache) throws InterruptedException {
    comfy.begun(prompt);
    comfy.tellStatus();
    events.message("execution_start", FakeJson.object());
    List<String> order = prompt.graph().executionOrder(prompt.outputs());
    List<String> cached =
        order.stream().filter(id -> cache.containsKey(prompt.graph().signature(id))).toList();
    events.message("execution_cached", FakeJson.object().add("nodes", FakeJson.texts(cached)));
    if (comfy.strikes(DROP_SOCKET)) {
      comfy.sockets().drop(prompt.clientId());
    }
    cached.forEach(id -> replay(id, cache.get(prompt.graph().signature(id))));
    List<String> fresh = order.stream().filter(id -> !cached.contains(id)).toList();
    for (int i = 0; i < fresh.size() && end == null && !queue.isOver(); i++) {
      node(fresh.get(i), i == fresh.size() / 2, fresh.size());
    }
    if (queue.isOver()) {
      return;
    }
    finish();
    cache.clear();
    if (end == null) {
      order.forEach(id -> cache.put(prompt.graph().signature(id), outputs.shownBy(id)));
    }
  }

  private void replay(String id, JsonObject shown) {
    if (!shown.isEmpty()) {
      outputs.show(id, shown);
      events.executed(id, shown);
      events.state(id, 1, 1);
    }
  }

  private void node(String id, boolean middle, int count) throws InterruptedException {
    events.running(id);
    if (middle) {
      disaster(id);
      if (end != null || queue.isOver()) {
        return;
      }
    }
    String nodeClass = prompt.graph().nodeClass(id);
    if (nodeClass.equals("UpscaleModelLoader") && missesModel(id)) {
      return;
    }
    if (nodeClass.equals("KSampler") || nodeClass.equals("SamplerCustomAdvanced")) {
      sample(id);
    } else if (!samples()) {
      step(id, comfy.delay().toMillis() / count);
    } else {
      step(id, 0);
    }
    if (end == null && nodeClass.equals("SaveImage")) {
      JsonObject shown = outputs.save(id);
      if (!shown.isEmpty()) {
        events.executed(id, shown);
      }
    }
    if (end == null) {
      events.state(id, 1, 1);
      executed.add(id);
    }
  }

  private boolean samples() {
    return prompt.graph().uses("KSampler") || prompt.graph().uses("SamplerCustomAdvanced");
  }

  /** More steps than this tell no more. */
  private void sample(String id) throws InterruptedException {
    int steps = prompt.graph().nearest(id, "steps").map(n -> n.intValue()).orElse(4);
    int shown = Math.max(1, Math.min(20, steps));
    for (int i = 1; i <= shown && end == null && !queue.isOver(); i++) {
      step(id, comfy.delay().toMillis() / shown);
      if (end == null) {
        events.progress(id, i, shown, comfy.previews() && prompt.wantsPreviews());
      }
    }
  }

  private void step(String id, long millis) throws InterruptedException {
    queue.pause(millis);
    if (queue.isInterrupted()) {
      end = events.interrupted(id, executed);
    }
  }

  private boolean missesModel(String id) {
    boolean there =
        prompt.graph().inputs(id).get("model_name") instanceof JsonString name
            && comfy.models().has("model_name", name.getString());
    if (!there) {
      missing(id);
    }
    return !there;
  }

  private void missing(String id) {
    String message = "Model in folder 'upscale_models' with filename 'missing.pth' not found.\n";
    end = events.error(id, executed, "FileNotFoundError", message);
  }

  private void disaster(String id) throws InterruptedException {
    if (comfy.strikes(DIE_MID_JOB)) {
      comfy.die();
    } else if (comfy.strikes(RESTART_MID_JOB)) {
      comfy.restart();
    } else if (comfy.strikes(HANG)) {
      step(id, FOREVER);
    } else if (comfy.strikes(FINISH_LATE)) {
      step(id, comfy.lateBy().toMillis());
    } else if (comfy.strikes(INTERRUPTED_BY_OTHER)) {
      queue.interrupt(prompt.id());
      step(id, 0);
    } else if (comfy.strikes(OUT_OF_MEMORY)) {
      String message =
          "Allocation on device \nThis error means you ran out of memory on your GPU.\n";
      end = events.error(id, executed, "torch.OutOfMemoryError", message);
    } else if (comfy.strikes(MODEL_MISSING_AT_RUN)) {
      missing(id);
    } else if (comfy.strikes(NODE_THROWS)) {
      end = events.error(id, executed, "RuntimeError", "shapes cannot be multiplied");
    }
  }

  private void finish() {
    if (end == null) {
      events.message("execution_success", FakeJson.object());
    }
    queue.done(prompt, historyEntry());
    comfy.tellStatus();
    events.tell("executing", FakeJson.object().add("node", JsonValue.NULL));
  }

  private JsonObject historyEntry() {
    JsonObjectBuilder status =
        FakeJson.object()
            .add("status_str", end == null ? "success" : "error")
            .add("completed", end == null)
            .add("messages", events.messages());
    return FakeJson.object()
        .add("prompt", prompt.json())
        .add("outputs", outputs.json())
        .add("status", status)
        .add("meta", FakeJson.object())
        .build();
  }
}
