package dev.easel.adapter.storage;

import dev.easel.domain.asset.DataDisk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The disk of {@code easel.data}. */
@ApplicationScoped
public class LocalDisk implements DataDisk {

  private static final Logger LOG = Logger.getLogger(LocalDisk.class.getName());

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  @Override
  public Space space() {
    try {
      FileStore disk = Files.getFileStore(Path.of(data));
      return new Space(disk.getUsableSpace(), disk.getTotalSpace());
    } catch (IOException e) {
      LOG.log(Level.WARNING, e, () -> "The disk of " + data + " cannot be asked");
      return new Space(0, 0);
    }
  }
}
