package dev.easel.adapter.vision.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import dev.easel.adapter.vision.Turns;
import dev.easel.adapter.vision.VisionSettings;
import dev.easel.domain.vision.Progress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Logger;

/** Lends networks out: loads them on first use, bounds their users, gives up the idle ones. */
@ApplicationScoped
class Networks {

  private static final Logger LOG = Logger.getLogger(Networks.class.getName());

  @Inject VisionSettings settings;
  @Inject ModelFiles files;
  @Inject OnnxEngine engine;

  private final Map<Model, Turns> turns = new EnumMap<>(Model.class);
  private final Map<Model, Network> loaded = new EnumMap<>(Model.class);
  private ScheduledExecutorService broom;

  boolean isInstalled(Model model) {
    return settings.enabled() && files.isInstalled(model);
  }

  /** What the work makes of the network, when it has its turn. */
  <T> T use(Model model, Progress progress, Function<Network, T> work) {
    return turns(model)
        .take(
            progress,
            () -> {
              Network network = borrow(model);
              try {
                return work.apply(network);
              } finally {
                giveBack(network);
              }
            });
  }

  private synchronized Turns turns(Model model) {
    int places = model.isHeavy() ? settings.permits() : settings.threads();
    return turns.computeIfAbsent(model, m -> new Turns(places));
  }

  private synchronized Network borrow(Model model) {
    Network network = loaded.get(model);
    if (network == null) {
      network = load(model);
      loaded.put(model, network);
      sweepFromNowOn();
    }
    network.borrowed();
    return network;
  }

  private synchronized void giveBack(Network network) {
    network.givenBack(System.nanoTime());
  }

  private Network load(Model model) {
    long began = System.nanoTime();
    OrtEnvironment environment = engine.environment();
    try {
      Network network = new Network(environment, engine.open(files.read(model)));
      long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
      LOG.info(() -> "Loaded the model " + model.file() + " in " + millis + " ms");
      return network;
    } catch (OrtException e) {
      throw new IllegalStateException("the model " + model.file() + " cannot be loaded", e);
    }
  }

  private void sweepFromNowOn() {
    if (broom != null) {
      return;
    }
    ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, Networks::daemon);
    long pause = Math.max(1, settings.idle().toMillis() / 4);
    var unused = one.scheduleWithFixedDelay(this::sweep, pause, pause, TimeUnit.MILLISECONDS);
    broom = one;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "easel-vision-broom");
    thread.setDaemon(true);
    return thread;
  }

  /** Closes what nobody used for long; without networks there is nothing left to watch. */
  synchronized void sweep() {
    long before = System.nanoTime() - settings.idle().toNanos();
    loaded.values().removeIf(network -> network.closeIfIdleSince(before));
    if (loaded.isEmpty() && broom != null) {
      broom.shutdown();
      broom = null;
    }
  }

  synchronized int loaded() {
    return loaded.size();
  }

  @PreDestroy
  synchronized void close() {
    if (broom != null) {
      broom.shutdownNow();
    }
    loaded.values().removeIf(network -> network.closeIfIdleSince(System.nanoTime()));
  }
}
