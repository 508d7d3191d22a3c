package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.asset.BlobStore;
import dev.easel.domain.provider.NodeTarget;
import dev.easel.domain.provider.Observation;
import dev.easel.domain.provider.RenderOrder;
import dev.easel.domain.provider.SubmitOutcome;
import dev.easel.fake.InMemoryBlobs;
import dev.easel.fake.MovableClock;
import dev.easel.fake.node.FakeWebUi;
import java.time.Clock;
import java.util.Map;

/** The adapter put together by hand, and a web UI to talk to. */
final class WebUiStage implements AutoCloseable {

  final FakeWebUi ui = new FakeWebUi();
  final InMemoryBlobs blobs = new InMemoryBlobs();
  final MovableClock clock = new MovableClock();
  final A1111Provider provider = provider(blobs, clock);
  final NodeTarget node = NodeStage.target("a1111", ui.uri(), Map.of());

  SubmitOutcome submit(RenderOrder order, String id) {
    return provider.submit(node, NodeStage.job(order), id);
  }

  Observation observe(String id) {
    return provider.observe(node, id);
  }

  /** Waits until the job neither waits nor runs. */
  Observation settled(String id) {
    Observation[] seen = new Observation[1];
    NodeStage.await(
        () -> {
          seen[0] = observe(id);
          return !(seen[0] instanceof Observation.Running)
              && !(seen[0] instanceof Observation.Queued);
        });
    return seen[0];
  }

  @Override
  public void close() {
    ui.close();
  }

  static A1111Provider provider(BlobStore blobs, Clock clock) {
    A1111Provider provider = new A1111Provider();
    provider.http = new NodeHttp();
    provider.shelf = NodeStage.shelf(blobs, clock);
    provider.codec = new ImageIoCodec();
    provider.clock = clock;
    provider.start();
    return provider;
  }

  static A1111Inspector inspector() {
    A1111Inspector inspector = new A1111Inspector();
    inspector.http = new NodeHttp();
    inspector.start();
    return inspector;
  }
}
