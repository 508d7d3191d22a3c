package dev.easel.web.error;

import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Ends the answer of a resource quietly when its caller has left, which the runtime would log as an
 * error. Streams of events have to hear of it.
 */
public class CallerGoneInterceptor implements WriterInterceptor {

  private static final Logger LOG = Logger.getLogger(CallerGoneInterceptor.class.getName());

  @Override
  public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
    try {
      context.proceed();
    } catch (IOException | RuntimeException e) {
      if (!CallerGone.isIn(e) || OutboundSseEvent.class.isAssignableFrom(context.getType())) {
        throw e;
      }
      LOG.log(Level.FINE, e, () -> "A caller left before the end of the answer");
    }
  }
}
