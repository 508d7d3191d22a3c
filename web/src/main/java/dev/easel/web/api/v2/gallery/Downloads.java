package dev.easel.web.api.v2.gallery;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.domain.asset.Image;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.gallery.FileNames;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.GalleryZip;
import dev.easel.web.files.ByteRange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Consumer;

/** Files as browsers save them. */
@ApplicationScoped
public class Downloads {

  @Inject ImageFiles files;
  @Inject GalleryZip archive;

  /**
   * The file, or the part of it that is asked for; of a part beyond its end the whole, as servers
   * may. An image never changes.
   */
  Response of(GalleryEntry entry, HttpServletRequest request) {
    Image image = entry.image();
    String tag = '"' + image.id() + '"';
    String condition = request.getHeader("If-Range");
    Optional<ByteRange> part =
        condition == null || condition.equals(tag)
            ? ByteRange.of(request.getHeader("Range"), image.sizeBytes())
                .filter(range -> !range.isNothing())
            : Optional.empty();
    Response.ResponseBuilder response =
        part.map(range -> part(image, range)).orElseGet(() -> whole(image));
    return attachment(response, FileNames.of(entry))
        .header(HttpHeaders.ETAG, tag)
        .header("Accept-Ranges", "bytes")
        .build();
  }

  private Response.ResponseBuilder whole(Image image) {
    return Response.ok(open(image), image.format().mediaType())
        .header(HttpHeaders.CONTENT_LENGTH, image.sizeBytes());
  }

  private Response.ResponseBuilder part(Image image, ByteRange range) {
    InputStream content = open(image);
    StreamingOutput sent =
        out -> {
          try (content) {
            range.send(content, out);
          }
        };
    return Response.status(Response.Status.PARTIAL_CONTENT)
        .entity(sent)
        .type(image.format().mediaType())
        .header("Content-Range", range.of(image.sizeBytes()))
        .header(HttpHeaders.CONTENT_LENGTH, range.length());
  }

  private InputStream open(Image image) {
    try {
      return files.open(image.blobKey());
    } catch (MissingBlobException e) {
      throw FailureException.notFound("image", image.id());
    }
  }

  /** The same entries, and the work is done with each as it is read. */
  static Iterator<GalleryEntry> each(Iterator<GalleryEntry> all, Consumer<GalleryEntry> work) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return all.hasNext();
      }

      @Override
      public GalleryEntry next() {
        GalleryEntry entry = all.next();
        work.accept(entry);
        return entry;
      }
    };
  }

  /** Written while it is read; what goes wrong on the way breaks the connection off. */
  Response zip(Iterator<GalleryEntry> entries, String name) {
    StreamingOutput content = out -> archive.write(entries, out);
    return attachment(Response.ok(content, "application/zip"), name).build();
  }

  /** Saved and never shown, whatever is in it. */
  static Response.ResponseBuilder attachment(Response.ResponseBuilder response, String name) {
    return response
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header("Content-Security-Policy", "default-src 'none'; sandbox");
  }
}
