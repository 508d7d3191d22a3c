package dev.easel.adapter.provider.comfyui;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.domain.provider.JobFile;
import dev.easel.domain.provider.JobListener;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.PreparedJob;
import dev.easel.domain.provider.RenderListener;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.RenderedImage;
import dev.easel.fake.comfy.FakeComfy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;

/** The adapter put together by hand, with what tests need around it. */
final class Stage {

  private Stage() {}

  static ComfyProvider provider() {
    ComfyProvider provider = new ComfyProvider();
    provider.http = new NodeHttp();
    provider.nodes = new ComfyNodes();
    provider.nodes.http = provider.http;
    provider.nodes.server = () -> "node_test";
    provider.nodes.keepAlive = new KeepAlive(Duration.ofMillis(100), Duration.ofSeconds(1));
    provider.codec = new ImageIoCodec();
    provider.clock = Clock.systemUTC();
    provider.start();
    return provider;
  }

  static ComfyInspector inspector() {
    ComfyInspector inspector = new ComfyInspector();
    inspector.http = new NodeHttp();
    inspector.start();
    return inspector;
  }

  static NodeTarget target(FakeComfy comfy) {
    return target(comfy.uri());
  }

  static NodeTarget target(URI uri) {
    return new NodeTarget("node_" + uri.getPort(), "gpu-1", "comfyui", uri, Map.of(), "");
  }

  static String newId() {
    return UUID.randomUUID().toString();
  }

  static String resource(String name) {
    try (InputStream in = Stage.class.getResourceAsStream("/comfyui/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String workflow(String name) {
    return resource("workflows/" + name + ".json");
  }

  static PreparedJob job(String workflow) {
    return new PreparedJob(order(1, 0), workflow(workflow), List.of());
  }

  static PreparedJob job(String workflow, RenderOrder order, JobFile... files) {
    return new PreparedJob(order, workflow(workflow), List.of(files));
  }

  /** Its loaders read images of that size, called as in the graph. */
  static PreparedJob jobWithFiles(String workflow, int edge) {
    ComfyGraph graph = ComfyGraph.of(workflow(workflow));
    List<JobFile> files =
        graph.nodeIds().stream()
            .filter(id -> graph.nodeClass(id).startsWith("LoadImage"))
            .map(id -> graph.json().getJsonObject(id).getJsonObject("inputs").getString("image"))
            .distinct()
            .map(name -> new JobFile(name, image(edge)))
            .toList();
    List<JobFile> named = new ArrayList<>();
    String text = workflow(workflow);
    for (JobFile file : files) {
      // Names in recorded graphs carry folders; those of ours are plain.
      String plain = file.name().replaceAll(".*/", "").replaceAll(" \\[.*", "");
      text = text.replace("\"" + file.name() + "\"", "\"" + plain + "\"");
      named.add(new JobFile(plain, file.pixels()));
    }
    return new PreparedJob(order(1, 0), text, named);
  }

  static BufferedImage image(int edge) {
    return new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
  }

  static RenderOrder order(int count, int previews) {
    return new RenderOrder(
        "gen_1",
        1,
        "sd",
        "a red fox",
        "",
        512,
        512,
        count,
        7,
        20,
        7,
        "euler",
        1,
        Optional.empty(),
        Optional.empty(),
        false,
        previews,
        RenderOrder.Work.PLAIN);
  }

  /** Observes until the job is neither queued nor running. */
  static Observation settled(ComfyProvider provider, NodeTarget node, String id) {
    Observation[] seen = new Observation[1];
    await(
        () -> {
          seen[0] = provider.observe(node, id);
          return !(seen[0] instanceof Observation.Queued)
              && !(seen[0] instanceof Observation.Running);
        });
    return seen[0];
  }

  static void await(BooleanSupplier condition) {
    long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > until) {
        throw new AssertionError("Did not happen in time");
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  /** Keeps what is rendered. */
  static final class Gallery implements RenderListener {
    final List<RenderedImage> images = new ArrayList<>();
    boolean stop;

    @Override
    public void progress(double fraction) {}

    @Override
    public void preview(int index, BufferedImage partial) {}

    @Override
    public void delivered(RenderedImage image) {
      images.add(image);
    }

    @Override
    public boolean cancelled() {
      return stop;
    }
  }

  /** Keeps what is hinted. */
  static final class Ear implements JobListener {
    final List<Double> progress = new CopyOnWriteArrayList<>();
    final List<BufferedImage> previews = new CopyOnWriteArrayList<>();
    volatile int looks;

    @Override
    public void progress(double fraction) {
      progress.add(fraction);
    }

    @Override
    public void preview(int index, BufferedImage partial) {
      previews.add(partial);
    }

    @Override
    public synchronized void look() {
      looks++;
    }
  }
}
