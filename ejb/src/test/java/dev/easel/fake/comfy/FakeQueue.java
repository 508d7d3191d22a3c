package dev.easel.fake.comfy;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Queue and history of one life of the process, changed under one lock as in the server. */
final class FakeQueue {

  /** The server keeps 10,000; benches run many of these in one process. */
  private static final int MOST_HISTORY = 1_000;

  private final List<FakePrompt> pending = new ArrayList<>();
  private final Map<String, JsonObject> history = new LinkedHashMap<>();
  private FakePrompt running;
  private long counter;
  private boolean interrupted;
  private boolean over;

  synchronized FakePrompt add(
      String id, FakeGraph graph, JsonObject extraData, List<String> outputs) {
    FakePrompt prompt = new FakePrompt(counter++, id, graph, extraData, outputs);
    pending.add(prompt);
    notifyAll();
    return prompt;
  }

  /** Waits for the next; empty when this life is over. */
  synchronized Optional<FakePrompt> take() throws InterruptedException {
    while (pending.isEmpty() && !over) {
      wait();
    }
    if (over) {
      return Optional.empty();
    }
    running = pending.remove(0);
    interrupted = false;
    return Optional.of(running);
  }

  /** Out of the queue and into the history, in one moment. */
  synchronized void done(FakePrompt prompt, JsonObject entry) {
    running = null;
    history.put(prompt.id(), entry);
    if (history.size() > MOST_HISTORY) {
      history.remove(history.keySet().iterator().next());
    }
  }

  synchronized void end() {
    over = true;
    notifyAll();
  }

  synchronized boolean isOver() {
    return over;
  }

  synchronized int remaining() {
    return pending.size() + (running == null ? 0 : 1);
  }

  /** Sets the one flag there is, if that prompt runs. */
  synchronized boolean interrupt(String id) {
    if (running != null && (id.isEmpty() || running.id().equals(id))) {
      interrupted = true;
      notifyAll();
    }
    return interrupted;
  }

  synchronized boolean isInterrupted() {
    return interrupted;
  }

  /** Waits, unless something ends the job before; as the server it is deaf between steps. */
  synchronized void pause(long millis) throws InterruptedException {
    long until = System.nanoTime() + millis * 1_000_000;
    long left = millis;
    while (left > 0 && !over && !interrupted) {
      wait(left);
      left = (until - System.nanoTime()) / 1_000_000;
    }
  }

  synchronized boolean delete(String id) {
    return pending.removeIf(prompt -> prompt.id().equals(id));
  }

  synchronized boolean isRunning(String id) {
    return running != null && running.id().equals(id);
  }

  synchronized JsonObject json() {
    return FakeJson.object()
        .add("queue_running", array(running == null ? List.of() : List.of(running)))
        .add("queue_pending", array(pending))
        .build();
  }

  private static JsonArray array(Collection<FakePrompt> prompts) {
    JsonArrayBuilder array = FakeJson.array();
    prompts.forEach(prompt -> array.add(prompt.json()));
    return array.build();
  }

  synchronized JsonObject history(String id) {
    JsonObjectBuilder found = FakeJson.object();
    if (history.containsKey(id)) {
      found.add(id, history.get(id));
    }
    return found.build();
  }

  synchronized JsonObject lastOfHistory(int most) {
    JsonObjectBuilder found = FakeJson.object();
    history.keySet().stream()
        .skip(Math.max(0, history.size() - most))
        .forEach(id -> found.add(id, history.get(id)));
    return found.build();
  }

  synchronized void forget(String id) {
    history.remove(id);
  }
}
