package dev.easel.web.files;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.service.asset.AssetLinks;
import dev.easel.service.asset.ImageLinks;
import dev.easel.service.asset.LinkedFile;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/**
 * {@code GET /files/{image}/{name}?exp=…&sig=…}. Whatever is wrong with an address is one answer:
 * 404. A storage that does not answer is 503. A part of a file can be asked for by {@code Range}.
 */
@WebServlet("/files/*")
public class ImageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ImageLinks links;
  @Inject transient AssetLinks assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<LinkedFile> found = find(request);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    LinkedFile file = found.get();
    if (etag(file).equals(request.getHeader("If-None-Match"))) {
      headers(file, response);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    // An address elsewhere is signed for GET alone, and serves ranges itself.
    Optional<URI> elsewhere = isGet(request) ? file.elsewhere().get() : Optional.empty();
    if (elsewhere.isPresent()) {
      redirect(elsewhere.get(), response);
    } else {
      send(file, range(file, request), response);
    }
  }

  private static boolean isGet(HttpServletRequest request) {
    return request.getMethod().equals("GET");
  }

  /** A part is only good for who has the rest of the same file. */
  private static Optional<ByteRange> range(LinkedFile file, HttpServletRequest request) {
    String condition = request.getHeader("If-Range");
    boolean asked = isGet(request) && (condition == null || condition.equals(etag(file)));
    return asked && file.length() >= 0
        ? ByteRange.of(request.getHeader("Range"), file.length())
        : Optional.empty();
  }

  /** The address is good for some minutes: what leads to it is kept by nobody. */
  private static void redirect(URI elsewhere, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Location", elsewhere.toString());
    response.setStatus(HttpServletResponse.SC_FOUND);
  }

  private static void send(LinkedFile file, Optional<ByteRange> range, HttpServletResponse response)
      throws IOException {
    if (range.filter(ByteRange::isNothing).isPresent()) {
      headers(file, response);
      response.setHeader("Content-Range", range.get().of(file.length()));
      response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
      return;
    }
    try (InputStream content = file.content().get()) {
      headers(file, response);
      response.setContentType(file.mediaType());
      if (range.isPresent()) {
        response.setHeader("Content-Range", range.get().of(file.length()));
        part(content, range.get(), response);
      } else {
        whole(content, file.length(), response);
      }
    } catch (MissingBlobException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static void part(InputStream content, ByteRange range, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
    response.setContentLengthLong(range.length());
    range.send(content, response.getOutputStream());
  }

  private static void whole(InputStream content, long length, HttpServletResponse response)
      throws IOException {
    if (length >= 0) {
      response.setContentLengthLong(length);
    }
    content.transferTo(response.getOutputStream());
  }

  private Optional<LinkedFile> find(HttpServletRequest request) {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    String[] parts = path.split("/");
    if (parts.length != 3) {
      return Optional.empty();
    }
    String expires = request.getParameter("exp");
    String signature = request.getParameter("sig");
    return links
        .open(parts[1], parts[2], expires, signature)
        .or(() -> assets.open(parts[1], parts[2], expires, signature));
  }

  /** Image bytes never act as a document of this origin, whatever they contain. */
  private static void headers(LinkedFile file, HttpServletResponse response) {
    response.setHeader("ETag", etag(file));
    response.setHeader("Cache-Control", "private, max-age=86400, immutable");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Access-Control-Expose-Headers", "Content-Range, ETag");
    response.setHeader("Accept-Ranges", file.length() >= 0 ? "bytes" : "none");
  }

  private static String etag(LinkedFile file) {
    return "\"" + file.etag() + "\"";
  }
}
