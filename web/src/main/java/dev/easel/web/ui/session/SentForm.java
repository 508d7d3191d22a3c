package dev.easel.web.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import dev.easel.web.ui.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * The body of a form, for filters. It is read and put back: servlet parameters are empty there,
 * because Jersey has opened the stream by then.
 */
@ApplicationScoped
public class SentForm {

  private static final int LONGEST = 256 * 1024;
  private static final String READ = SentForm.class.getName();

  @Inject Texts texts;

  /**
   * As it was sent, not decoded; empty if the body is no plain form.
   *
   * @throws FailureException {@code PAYLOAD_TOO_LARGE}
   */
  public Optional<String> of(ContainerRequestContext request) throws IOException {
    MediaType type = request.getMediaType();
    if (type == null || !MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)) {
      return Optional.empty();
    }
    if (request.getProperty(READ) == null) {
      request.setProperty(READ, read(request));
    }
    return Optional.of((String) request.getProperty(READ));
  }

  private String read(ContainerRequestContext request) throws IOException {
    byte[] body = request.getEntityStream().readNBytes(LONGEST + 1);
    if (body.length > LONGEST) {
      throw FailureException.of(FailureCode.PAYLOAD_TOO_LARGE, texts.of("error.form-large"));
    }
    request.setEntityStream(new ByteArrayInputStream(body));
    return new String(body, UTF_8);
  }
}
