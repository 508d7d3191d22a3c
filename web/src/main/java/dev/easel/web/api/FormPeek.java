package dev.easel.web.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;

/** Looks for one short field in a form that somebody else will read. */
public final class FormPeek {

  private static final int LONGEST = 64;

  private FormPeek() {}

  /**
   * The last field of that name, cut off after 64 bytes; empty if there is none or the form is
   * broken, which is for its reader to tell.
   */
  public static Optional<String> field(
      MultivaluedMap<String, String> headers, MediaType type, InputStream body, String name) {
    Optional<String> found = Optional.empty();
    try {
      FileItemInputIterator items =
          new FormInputReader.Streaming()
              .getItemIterator(new FormInputReader.Sent(headers, type, body));
      while (items.hasNext()) {
        FileItemInput item = items.next();
        if (name.equals(item.getFieldName())) {
          found = Optional.of(start(item));
        }
      }
      return found;
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String start(FileItemInput item) throws IOException {
    try (InputStream in = item.getInputStream()) {
      return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
    }
  }
}
