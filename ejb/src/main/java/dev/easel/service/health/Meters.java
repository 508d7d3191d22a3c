package dev.easel.service.health;

import dev.easel.domain.generation.GenerationQueue;
import dev.easel.domain.shared.Credits;
import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.CounterWithCallback;
import io.prometheus.metrics.core.metrics.GaugeWithCallback;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.instrumentation.jvm.JvmMetrics;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiConsumer;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Counters of this server, in the text format of Prometheus. They bear no ids and no words of
 * users, only the names operators gave to nodes: whoever may reach the port may read them.
 */
@ApplicationScoped
public class Meters {

  private static final Logger LOG = Logger.getLogger(Meters.class.getName());

  public static final String MEDIA_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  /** Counting a longer backlog at every look would cost more than the number is worth. */
  private static final int DEEPEST = 100_000;

  private static final double[] SECONDS = {
    0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600
  };

  @Inject GenerationQueue queue;

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Counter generations =
      counter("easel_generations", "Generations that ended", "status", "model", "surface");
  private final Counter images = counter("easel_images_delivered", "Images delivered", "model");
  private final Counter credits = counter("easel_credits_captured", "Credits charged");
  private final Counter refusals =
      counter("easel_prompts_refused", "Prompts refused by the content policy", "reason");
  private final Counter budgets =
      counter("easel_budget_alerts", "Budgets that reached a share of their cap", "percent");
  private final Counter requests =
      counter("easel_http_requests", "HTTP requests answered", "surface", "status");
  private final Histogram renders =
      histogram("easel_render_seconds", "Seconds from the last start to the end", "model");
  private final Histogram waits =
      histogram("easel_wait_seconds", "Seconds from acceptance to the last start");

  @PostConstruct
  void start() {
    gauge("easel_queue_depth", "Generations due and waiting", () -> queue.depth(DEEPEST));
    JvmMetrics.builder().register(registry);
  }

  /** Has {@code value} asked at every look; what cannot be read then is left out. */
  public void gauge(String name, String help, IntSupplier value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .callback(callback -> read(name, value).ifPresent(read -> callback.call(read)))
        .register(registry);
  }

  /**
   * Has values asked at every look, one for each combination of labels; what cannot be read then is
   * left out. Whoever answers sees to it that there are few.
   *
   * @param value by the values of the labels
   */
  public void gauges(
      String name, String help, List<String> labels, Supplier<Map<List<String>, Long>> value) {
    GaugeWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels.toArray(new String[0]))
        .callback(callback -> readAll(name, value).forEach(each(callback::call)))
        .register(registry);
  }

  /** The same for what only grows, and is counted elsewhere. */
  public void counters(
      String name, String help, List<String> labels, Supplier<Map<List<String>, Long>> value) {
    CounterWithCallback.builder()
        .name(name)
        .help(help)
        .labelNames(labels.toArray(new String[0]))
        .callback(callback -> readAll(name, value).forEach(each(callback::call)))
        .register(registry);
  }

  private interface Reading {
    void call(double value, String... labels);
  }

  private static BiConsumer<List<String>, Long> each(Reading reading) {
    return (labels, value) -> reading.call(value, labels.toArray(new String[0]));
  }

  private static Map<List<String>, Long> readAll(
      String name, Supplier<Map<List<String>, Long>> value) {
    try {
      return value.get();
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> name + " cannot be read");
      return Map.of();
    }
  }

  /** With the database away, the numbers that need none are wanted the more. */
  private static OptionalInt read(String name, IntSupplier value) {
    try {
      return OptionalInt.of(value.getAsInt());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> name + " cannot be read");
      return OptionalInt.empty();
    }
  }

  public void generationEnded(String status, String model, String surface) {
    generations.labelValues(status, model, surface).inc();
  }

  public void waited(Duration time) {
    waits.observe(seconds(time));
  }

  public void delivered(String model, int count, Credits charge, Duration render) {
    images.labelValues(model).inc(count);
    credits.inc(charge.credits().doubleValue());
    renders.labelValues(model).observe(seconds(render));
  }

  public void budgetReached(int percent) {
    budgets.labelValues(Integer.toString(percent)).inc();
  }

  /**
   * @param reason the operator's word for it
   */
  public void promptRefused(String reason) {
    refusals.labelValues(reason).inc();
  }

  /**
   * @param statusClass {@code 2xx}
   */
  public void answered(String surface, String statusClass) {
    requests.labelValues(surface, statusClass).inc();
  }

  /** Everything, in format 0.0.4. */
  public byte[] text() {
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    write(text);
    return text.toByteArray();
  }

  private void write(OutputStream target) {
    try {
      PrometheusTextFormatWriter.builder().build().write(target, registry.scrape());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Counter counter(String name, String help, String... labels) {
    return Counter.builder().name(name).help(help).labelNames(labels).register(registry);
  }

  private Histogram histogram(String name, String help, String... labels) {
    return Histogram.builder()
        .name(name)
        .help(help)
        .labelNames(labels)
        .classicOnly()
        .classicUpperBounds(SECONDS)
        .register(registry);
  }

  private static double seconds(Duration time) {
    return time.toNanos() / 1e9;
  }
}
