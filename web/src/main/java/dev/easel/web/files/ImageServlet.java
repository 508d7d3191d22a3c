package dev.easel.web.files;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.service.asset.AssetLinks;
import dev.easel.service.asset.ImageLinks;
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
 * 404. A storage that does not answer is 503.
 */
@WebServlet("/files/*")
public class ImageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  @Inject transient ImageLinks links;
  @Inject transient AssetLinks assets;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Optional<ImageLinks.File> found = find(request);
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    ImageLinks.File file = found.get();
    if (etag(file).equals(request.getHeader("If-None-Match"))) {
      headers(file, response);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    // An address elsewhere is signed for GET alone.
    Optional<URI> elsewhere =
        request.getMethod().equals("GET") ? file.elsewhere().get() : Optional.empty();
    if (elsewhere.isPresent()) {
      redirect(elsewhere.get(), response);
    } else {
      stream(file, response);
    }
  }

  /** The address is good for some minutes: what leads to it is kept by nobody. */
  private static void redirect(URI elsewhere, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Location", elsewhere.toString());
    response.setStatus(HttpServletResponse.SC_FOUND);
  }

  private static void stream(ImageLinks.File file, HttpServletResponse response)
      throws IOException {
    try (InputStream content = file.content().get()) {
      headers(file, response);
      response.setContentType(file.mediaType());
      if (file.length() >= 0) {
        response.setContentLengthLong(file.length());
      }
      content.transferTo(response.getOutputStream());
    } catch (MissingBlobException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private Optional<ImageLinks.File> find(HttpServletRequest request) {
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
  private static void headers(ImageLinks.File file, HttpServletResponse response) {
    response.setHeader("ETag", etag(file));
    response.setHeader("Cache-Control", "private, max-age=86400, immutable");
    response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    response.setHeader("Access-Control-Allow-Origin", "*");
  }

  private static String etag(ImageLinks.File file) {
    return "\"" + file.etag() + "\"";
  }
}
