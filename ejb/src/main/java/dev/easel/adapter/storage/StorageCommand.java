package dev.easel.adapter.storage;

import dev.easel.adapter.storage.s3.S3BlobStore;
import dev.easel.adapter.storage.s3.S3Settings;
import dev.easel.adapter.time.ClockProducer;
import dev.easel.domain.asset.BlobStore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * {@code ops/easel storage}: works on the stores themselves, with the server's settings from system
 * properties and the environment, whether a server runs or not.
 */
public final class StorageCommand {

  private static final String USAGE =
      "Usage: StorageCommand dry-run|copy|move|check files|s3 files|s3";
  private static final List<String> KINDS = List.of(ChosenStore.FILES, ChosenStore.S3);

  private StorageCommand() {}

  /**
   * Ends with status 0 if all is well, 1 if not, 2 if the arguments make no sense.
   *
   * @param arguments what to do, the kind of the source, the kind of the target
   */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(run(arguments));
  }

  private static int run(String... arguments) throws InterruptedException {
    Migration.Mode mode;
    try {
      mode = mode(arguments);
    } catch (IllegalArgumentException e) {
      System.err.println(USAGE);
      return 2;
    }
    try {
      BlobStore source = store(arguments[1]);
      BlobStore target = store(arguments[2]);
      System.out.println("From " + source + " to " + target);
      Migration migration = new Migration(source, target, mode, System.err::println);
      boolean well = migration.run();
      System.out.println(migration.summary());
      return well ? 0 : 1;
    } catch (RuntimeException e) {
      System.err.println(e.getMessage());
      return 1;
    }
  }

  private static Migration.Mode mode(String... arguments) {
    if (arguments.length != 3
        || arguments[1].equals(arguments[2])
        || !KINDS.containsAll(List.of(arguments[1], arguments[2]))) {
      throw new IllegalArgumentException();
    }
    return Migration.Mode.valueOf(arguments[0].toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static BlobStore store(String kind) {
    if (kind.equals(ChosenStore.S3)) {
      return new S3BlobStore(S3Settings.of(StorageCommand::value));
    }
    FileBlobStore files = new FileBlobStore();
    files.data = value("easel.data").orElse("./data");
    files.clock = new ClockProducer().clock();
    files.open();
    return files;
  }

  /** As MicroProfile Config would find it. */
  private static Optional<String> value(String key) {
    String variable = key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return Optional.ofNullable(System.getProperty(key))
        .or(() -> Optional.ofNullable(System.getenv(variable)));
  }
}
