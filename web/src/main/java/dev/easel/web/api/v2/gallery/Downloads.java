package dev.easel.web.api.v2.gallery;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.domain.shared.FailureException;
import dev.easel.service.asset.ImageFiles;
import dev.easel.service.gallery.FileNames;
import dev.easel.service.gallery.GalleryEntry;
import dev.easel.service.gallery.GalleryZip;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.Consumer;

/** Files as browsers save them. */
@ApplicationScoped
public class Downloads {

  @Inject ImageFiles files;
  @Inject GalleryZip archive;

  Response of(GalleryEntry entry) {
    InputStream content;
    try {
      content = files.open(entry.image().blobKey());
    } catch (MissingBlobException e) {
      throw FailureException.notFound("image", entry.image().id());
    }
    return attachment(Response.ok(content, entry.image().format().mediaType()), FileNames.of(entry))
        .header(HttpHeaders.CONTENT_LENGTH, entry.image().sizeBytes())
        .build();
  }

  /** The same, and the work is done with each as it is read. */
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
