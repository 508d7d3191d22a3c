package dev.easel.fake.node;

import java.util.concurrent.CountDownLatch;

/**
 * One node of each kind as a process, for end-to-end tests: a web UI, of which credentials are
 * asked, and a server of stable-diffusion.cpp.
 */
public final class FakeNodes {

  private FakeNodes() {}

  /**
   * @param args the port of the web UI; that of the other is the next
   */
  public static void main(String[] args) throws InterruptedException {
    int port = Integer.parseInt(args[0]);
    try (FakeWebUi ui = new FakeWebUi(port);
        FakeSdcpp server = new FakeSdcpp(port + 1)) {
      ui.locked("Basic dTpw");
      server.works();
      System.out.println("ready: " + ui.uri() + " " + server.uri());
      new CountDownLatch(1).await();
    }
  }
}
