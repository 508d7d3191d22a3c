package dev.easel.adapter.storage;

import dev.easel.adapter.storage.s3.S3BlobStore;
import dev.easel.adapter.storage.s3.S3Settings;
import dev.easel.domain.asset.BlobStore;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The store that {@code easel.storage.kind} names. No class of the SDK for S3 is loaded unless it
 * is that one.
 */
@ApplicationScoped
public class ChosenStore {

  static final String FILES = "files";
  static final String S3 = "s3";

  private static final Logger LOG = Logger.getLogger(ChosenStore.class.getName());

  @Inject FileBlobStore files;
  @Inject Config config;

  @Inject
  @ConfigProperty(name = "easel.storage.kind", defaultValue = FILES)
  String kind;

  private BlobStore chosen;

  /** To be told of the start, files are opened: an unusable directory fails the deployment. */
  void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
    String place = chosen.toString(); // not only when it is logged: this opens it
    LOG.info(() -> "Images are kept in " + place);
  }

  @PostConstruct
  void choose() {
    try {
      chosen =
          switch (kind) {
            case FILES -> files;
            case S3 ->
                new S3BlobStore(S3Settings.of(key -> config.getOptionalValue(key, String.class)));
            default ->
                throw new IllegalStateException(
                    "easel.storage.kind is " + kind + ", must be files or s3");
          };
    } catch (RuntimeException e) {
      // The container reports that this method failed, and nothing of why.
      LOG.log(Level.SEVERE, e, e::getMessage);
      throw e;
    }
  }

  @Produces
  @ApplicationScoped
  BlobStore store() {
    return chosen;
  }

  @PreDestroy
  void close() {
    if (chosen instanceof S3BlobStore s3) {
      s3.close();
    }
  }
}
