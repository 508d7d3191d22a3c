package dev.easel.adapter.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server that says exactly what it is told to, however wrong, on all addresses of loopback. */
final class TinyServer implements AutoCloseable {

  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<String> addresses = new CopyOnWriteArrayList<>();

  private final ServerSocket socket;
  private final Script script;

  /** What is written after a request was read. */
  interface Script {
    void answer(String request, OutputStream out) throws IOException, InterruptedException;
  }

  TinyServer(Script script) throws IOException {
    this.script = script;
    this.socket = new ServerSocket(0, 50);
    Thread accepting = new Thread(this::accept, "tiny-server");
    accepting.setDaemon(true);
    accepting.start();
  }

  static TinyServer saying(String head, byte[] body) throws IOException {
    return new TinyServer(
        (request, out) -> {
          out.write(head.replace("\n", "\r\n").getBytes(ISO_8859_1));
          out.write(body);
        });
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread serving = new Thread(() -> serve(connection), "tiny-server-connection");
        serving.setDaemon(true);
        serving.start();
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      addresses.add(connection.getLocalAddress().getHostAddress());
      String request = head(connection.getInputStream());
      requests.add(request);
      script.answer(request, connection.getOutputStream());
    } catch (IOException e) {
      // The client hung up, which is what most of these tests are about.
      addresses.add("gone");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Up to the empty line, or what comes first if it is no HTTP. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    byte[] buffer = new byte[4096];
    while (head.indexOf("\r\n\r\n") < 0) {
      int got = in.read(buffer);
      if (got < 0) {
        break;
      }
      head.append(new String(buffer, 0, got, ISO_8859_1));
      if (buffer[0] == 0x16) {
        break; // a TLS hello
      }
    }
    return head.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
