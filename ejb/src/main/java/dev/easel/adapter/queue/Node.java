package dev.easel.adapter.queue;

import dev.easel.domain.shared.Ids;
import dev.easel.domain.shared.ServerName;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The name of this server, kept in its data directory. A server that comes back under its name
 * knows that whatever that name had picked is dead, and need not wait for missed heartbeats.
 */
@ApplicationScoped
public class Node implements ServerName {

  @Inject
  @ConfigProperty(name = "easel.data", defaultValue = "./data")
  String data;

  private String name;

  @PostConstruct
  void load() {
    Path file = Path.of(data).resolve("node.id");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Path whole = file.resolveSibling("node.id.new");
        Files.writeString(whole, Ids.random("node"));
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
      }
      name = Files.readString(file).trim();
    } catch (IOException e) {
      throw new UncheckedIOException("The data directory cannot be used: " + data, e);
    }
  }

  @Override
  public String name() {
    return name;
  }
}
