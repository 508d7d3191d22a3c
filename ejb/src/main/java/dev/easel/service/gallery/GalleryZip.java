package dev.easel.service.gallery;

import dev.easel.domain.asset.BlobStore.MissingBlobException;
import dev.easel.service.asset.ImageFiles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes images as one file while it is read: no more than a piece of one image is in memory. They
 * are compressed already, so that they are not compressed again.
 */
@ApplicationScoped
public class GalleryZip {

  private static final Logger LOG = Logger.getLogger(GalleryZip.class.getName());

  @Inject ImageFiles files;

  /** Leaves out images whose files are gone meanwhile. Does not close the stream. */
  public void write(Iterator<GalleryEntry> entries, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.NO_COMPRESSION);
    while (entries.hasNext()) {
      add(entries.next(), zip);
    }
    zip.finish();
    zip.flush();
  }

  private void add(GalleryEntry entry, ZipOutputStream zip) throws IOException {
    try (InputStream content = files.open(entry.image().blobKey())) {
      ZipEntry file = new ZipEntry(FileNames.of(entry));
      file.setTime(entry.image().createdAt().toEpochMilli());
      zip.putNextEntry(file);
      content.transferTo(zip);
      zip.closeEntry();
    } catch (MissingBlobException e) {
      LOG.log(Level.FINE, e, () -> "Left out of an archive: " + entry.image().id());
    }
  }
}
