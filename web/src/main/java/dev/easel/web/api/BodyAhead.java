package dev.easel.web.api;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.easel.domain.shared.FailureException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks through a request's body before a method is chosen. What does not fit into a little memory
 * goes into a file that has no name any more while it is read, so that it is gone however the
 * request ends; only for callers with a good key or token, since nobody else may fill the disk.
 */
@ApplicationScoped
public class BodyAhead {

  private static final int IN_MEMORY = 1 << 20;

  @Inject Credentials credentials;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-body-bytes", defaultValue = "73400320")
  int mostBytes = 70 << 20;

  /**
   * What the test says of the body; false, without asking it, for a large body of an unknown
   * caller. The body can be read afterwards as if nobody had.
   */
  public boolean matches(ContainerRequestContext request, Predicate<InputStream> test)
      throws IOException {
    InputStream body = request.getEntityStream();
    byte[] head = body.readNBytes(IN_MEMORY);
    if (head.length < IN_MEMORY) {
      request.setEntityStream(new ByteArrayInputStream(head));
      return test.test(new ByteArrayInputStream(head));
    }
    if (!isKnown(request)) {
      request.setEntityStream(new SequenceInputStream(new ByteArrayInputStream(head), body));
      return false;
    }
    FileChannel file = spooled(body);
    boolean matches =
        test.test(new SequenceInputStream(new ByteArrayInputStream(head), new Kept(left(file))));
    request.setEntityStream(
        new SequenceInputStream(
            new ByteArrayInputStream(head), new SequenceInputStream(left(file), body)));
    return matches;
  }

  private boolean isKnown(ContainerRequestContext request) {
    try {
      credentials.prove(request, "");
      return true;
    } catch (FailureException unknown) {
      return false; // told by the filter that judges callers
    }
  }

  /** One byte more than is taken, so that the reader sees that it is too much. */
  private FileChannel spooled(InputStream body) throws IOException {
    FileChannel file =
        FileChannel.open(
            Files.createTempFile("easel-body-", ".part"), READ, WRITE, DELETE_ON_CLOSE);
    OutputStream out = Channels.newOutputStream(file);
    byte[] buffer = new byte[1 << 16];
    long wanted = mostBytes - IN_MEMORY + 1L;
    int got = body.read(buffer, 0, (int) Math.min(buffer.length, wanted));
    while (got > 0) {
      out.write(buffer, 0, got);
      wanted -= got;
      got = body.read(buffer, 0, (int) Math.min(buffer.length, wanted));
    }
    return file;
  }

  private static InputStream left(FileChannel file) throws IOException {
    file.position(0);
    return Channels.newInputStream(file);
  }

  /** Stays open for the next reader, also when a sequence has come to its end. */
  private static final class Kept extends FilterInputStream {
    Kept(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the body is closed by whoever reads it last
    }
  }
}
