package dev.easel.adapter.provider.a1111;

import dev.easel.adapter.imaging.ImageIoCodec;
import dev.easel.adapter.provider.NodeHttp;
import dev.easel.adapter.provider.NodeStage;
import dev.easel.domain.asset.BlobStore;
import java.time.Clock;

/** The adapter put together by hand. */
final class WebUiStage {

  private WebUiStage() {}

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
