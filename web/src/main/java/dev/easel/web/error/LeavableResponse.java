package dev.easel.web.error;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * An answer whose caller may leave. Writing then fails with {@link CallerGone}, so that whoever
 * writes stops; ending the answer does not fail, for the runtime of resources logs that as an
 * error. Only streams of events hear of it when they flush: that is how they find out who has gone.
 */
class LeavableResponse extends HttpServletResponseWrapper {

  private static final String EVENTS = "text/event-stream";

  private ServletOutputStream stream;

  LeavableResponse(HttpServletResponse response) {
    super(response);
  }

  @Override
  public ServletOutputStream getOutputStream() throws IOException {
    if (stream == null) {
      stream = new Stream(super.getOutputStream());
    }
    return stream;
  }

  @Override
  public void flushBuffer() throws IOException {
    end(super::flushBuffer);
  }

  private interface Step {
    void take() throws IOException;
  }

  private void end(Step step) throws IOException {
    try {
      step.take();
    } catch (IOException e) {
      if (getContentType() != null && getContentType().startsWith(EVENTS)) {
        throw new CallerGone(e);
      }
    }
  }

  private static void write(Step step) throws CallerGone {
    try {
      step.take();
    } catch (IOException e) {
      throw new CallerGone(e);
    }
  }

  private final class Stream extends ServletOutputStream {
    private final ServletOutputStream out;

    Stream(ServletOutputStream out) {
      this.out = out;
    }

    @Override
    public void write(int one) throws IOException {
      LeavableResponse.write(() -> out.write(one));
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
      LeavableResponse.write(() -> out.write(bytes, from, length));
    }

    @Override
    public void flush() throws IOException {
      end(out::flush);
    }

    @Override
    public void close() throws IOException {
      end(out::close);
    }

    @Override
    public boolean isReady() {
      return out.isReady();
    }

    @Override
    public void setWriteListener(WriteListener listener) {
      out.setWriteListener(listener);
    }
  }
}
