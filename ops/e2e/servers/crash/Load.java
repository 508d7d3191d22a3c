package dev.easel.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients at work, and what they were told. It outlives the servers they talk to. */
final class Load {

  private static final int CLIENTS = 6;

  /** Ids the clients were given with a 2xx. */
  final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

  /** The id each idempotency key was answered with. */
  final Map<Wish, String> byKey = new ConcurrentHashMap<>();

  /** Requests with a key whose answer never came: they may or may not have been accepted. */
  final Set<Wish> inDoubt = ConcurrentHashMap.newKeySet();

  /** Answers nobody should get: server errors, refusals, another id for the same key. */
  final Queue<String> wrong = new ConcurrentLinkedQueue<>();

  final AtomicInteger unanswered = new AtomicInteger();
  final AtomicInteger cancelRequests = new AtomicInteger();

  private final Random seeds;
  private final List<Thread> clients = new ArrayList<>();
  private volatile boolean running;

  Load(Random seeds) {
    this.seeds = seeds;
  }

  void begin(Api api) {
    running = true;
    for (int i = 0; i < CLIENTS; i++) {
      Random random = new Random(seeds.nextLong());
      Thread client = new Thread(() -> work(api, random), "client-" + i);
      clients.add(client);
      client.start();
    }
  }

  void end() throws InterruptedException {
    running = false;
    for (Thread client : clients) {
      client.join();
    }
    clients.clear();
  }

  /** Submits a wish and notes the answer. Returns the id, or an empty text if it was refused. */
  String submit(Api api, Wish wish) throws IOException, InterruptedException {
    if (wish.key() != null) {
      inDoubt.add(wish);
    }
    Api.Answer answer = api.submit(wish);
    if (answer.isGood()) {
      note(wish, answer.id());
      return answer.id();
    }
    if (answer.status() != 409) {
      wrong.add("POST -> " + answer.status() + " " + answer.body());
    }
    return "";
  }

  private void note(Wish wish, String id) {
    acknowledged.add(id);
    if (wish.key() == null) {
      return;
    }
    inDoubt.remove(wish);
    String earlier = byKey.putIfAbsent(wish, id);
    if (earlier != null && !earlier.equals(id)) {
      wrong.add("key " + wish.key() + " led to " + earlier + " and to " + id);
    }
  }

  private void work(Api api, Random random) {
    try {
      while (running && one(api, random)) {
        Thread.sleep(random.nextInt(15));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** False if the server does not answer any more. */
  private boolean one(Api api, Random random) throws InterruptedException {
    Wish wish = Wish.random(random);
    try {
      String id = submit(api, wish);
      if (wish.key() != null && random.nextInt(4) == 0) {
        submit(api, wish);
      }
      if (!id.isEmpty() && random.nextInt(5) == 0) {
        Thread.sleep(random.nextInt(80));
        cancel(api, id);
      }
      return true;
    } catch (IOException e) {
      unanswered.incrementAndGet();
      return false;
    }
  }

  private void cancel(Api api, String id) throws IOException, InterruptedException {
    cancelRequests.incrementAndGet();
    Api.Answer answer = api.cancel(id);
    if (answer.status() >= 500) {
      wrong.add("cancel -> " + answer.status() + " " + answer.body());
    }
  }
}
