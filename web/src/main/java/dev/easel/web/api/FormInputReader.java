package dev.easel.web.api;

import dev.easel.domain.asset.InputLimits;
import dev.easel.domain.shared.FailureCode;
import dev.easel.domain.shared.FailureException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.fileupload2.core.AbstractFileUpload;
import org.apache.commons.fileupload2.core.DiskFileItem;
import org.apache.commons.fileupload2.core.DiskFileItemFactory;
import org.apache.commons.fileupload2.core.FileItemInput;
import org.apache.commons.fileupload2.core.FileItemInputIterator;
import org.apache.commons.fileupload2.core.FileUploadException;
import org.apache.commons.fileupload2.core.RequestContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Reads forms part by part onto the disk and stops at the first part, or the first byte, that is
 * too many. Parts without a file name or a type are parts like the others.
 */
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class FormInputReader implements MessageBodyReader<FormInput> {

  private static final int MOST_PARTS = 64;
  private static final int LONGEST_NAME = 200;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-bytes", defaultValue = "" + InputLimits.MOST_BYTES)
  int mostPartBytes;

  @Inject
  @ConfigProperty(name = "easel.inputs.most-body-bytes", defaultValue = "73400320")
  int mostBytes;

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == FormInput.class;
  }

  @Override
  public FormInput readFrom(
      Class<FormInput> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    Sent sent = new Sent(headers, mediaType, body);
    if (sent.getContentLength() > mostBytes) {
      throw tooLarge("The request body", mostBytes);
    }
    List<FormPart> parts = new ArrayList<>();
    boolean whole = false;
    try {
      read(sent, parts);
      whole = true;
      return new FormInput(parts);
    } catch (FileUploadException | IllegalArgumentException e) {
      FailureException broken =
          FailureException.of(FailureCode.INVALID_REQUEST, "The request body is no valid form");
      broken.initCause(e);
      throw broken;
    } finally {
      if (!whole) {
        FormInput.remove(parts);
      }
    }
  }

  private void read(Sent sent, List<FormPart> parts) throws IOException {
    FileItemInputIterator items = new Streaming().getItemIterator(sent);
    long left = mostBytes;
    while (items.hasNext()) {
      if (parts.size() == MOST_PARTS) {
        throw FailureException.of(
            FailureCode.PAYLOAD_TOO_LARGE, "A form must have at most " + MOST_PARTS + " parts");
      }
      FileItemInput item = items.next();
      if (item.getFieldName() == null) {
        throw FailureException.of(
            FailureCode.INVALID_REQUEST, "Every part of a form must have a name");
      }
      FormPart part = spooled(item, parts);
      left -= part.size();
      if (left < 0) {
        throw tooLarge("The request body", mostBytes);
      }
    }
  }

  /** The part is on the list before it is written, so that it is removed whatever happens. */
  private FormPart spooled(FileItemInput item, List<FormPart> parts) throws IOException {
    Path file = Files.createTempFile("easel-form-", ".part");
    int at = parts.size();
    parts.add(new FormPart(item.getFieldName(), null, file, 0));
    long size = 0;
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = item.getInputStream();
        OutputStream out = Files.newOutputStream(file)) {
      for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
        size += got;
        if (size > mostPartBytes) {
          throw tooLarge("The part '" + shortened(item.getFieldName()) + "'", mostPartBytes);
        }
        out.write(buffer, 0, got);
      }
    }
    FormPart part = new FormPart(item.getFieldName(), fileName(item), file, size);
    parts.set(at, part);
    return part;
  }

  /** The last piece of what some clients send as a path. */
  private static String fileName(FileItemInput item) {
    String name = item.getName();
    if (name == null || name.isBlank()) {
      return null;
    }
    return shortened(name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1));
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(LONGEST_NAME, text.length()));
  }

  private static FailureException tooLarge(String what, int most) {
    return FailureException.of(
        FailureCode.PAYLOAD_TOO_LARGE, what + " must be at most " + (most >> 20) + " MiB");
  }

  /** What the library wants to know of a request. */
  record Sent(MultivaluedMap<String, String> headers, MediaType type, InputStream body)
      implements RequestContext {

    @Override
    public String getCharacterEncoding() {
      return StandardCharsets.UTF_8.name();
    }

    @Override
    public long getContentLength() {
      String length = headers.getFirst(HttpHeaders.CONTENT_LENGTH);
      return length == null || !length.matches("\\d{1,18}") ? -1 : Long.parseLong(length);
    }

    @Override
    public String getContentType() {
      return headers.getFirst(HttpHeaders.CONTENT_TYPE);
    }

    @Override
    public InputStream getInputStream() {
      return body;
    }

    @Override
    public boolean isMultipartRelated() {
      return false;
    }
  }

  /** The library's reader of forms, of which the other ways to call it are not used. */
  static final class Streaming extends AbstractFileUpload<Sent, DiskFileItem, DiskFileItemFactory> {

    @Override
    public FileItemInputIterator getItemIterator(Sent sent) throws IOException {
      return getItemIterator((RequestContext) sent);
    }

    @Override
    public Map<String, List<DiskFileItem>> parseParameterMap(Sent sent) throws FileUploadException {
      return parseParameterMap((RequestContext) sent);
    }

    @Override
    public List<DiskFileItem> parseRequest(Sent sent) throws FileUploadException {
      return parseRequest((RequestContext) sent);
    }
  }
}
