package dev.easel.adapter.vision;

import dev.easel.domain.vision.Headroom;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Linux says is left, on the machine and in the container (control groups, version 2). Other
 * systems are taken to have enough.
 */
@ApplicationScoped
class MachineMemory implements Headroom {

  private static final Logger LOG = Logger.getLogger(MachineMemory.class.getName());
  private static final Pattern AVAILABLE = Pattern.compile("^MemAvailable:\\s*(\\d+) kB$");

  /** OpenCV and a light network take about 150 MB; as much again is for what runs already. */
  private static final long LEAST = 300L << 20;

  private final Path machine;
  private final Path group;

  MachineMemory() {
    this(Path.of("/proc"), Path.of("/sys/fs/cgroup"));
  }

  MachineMemory(Path machine, Path group) {
    this.machine = machine;
    this.group = group;
  }

  @Override
  public boolean isEnough() {
    return available().orElse(LEAST) >= LEAST && leftInGroup().orElse(LEAST) >= LEAST;
  }

  private OptionalLong available() {
    return lines(machine.resolve("meminfo")).stream()
        .map(AVAILABLE::matcher)
        .filter(Matcher::matches)
        .mapToLong(line -> Long.parseLong(line.group(1)) << 10)
        .findFirst();
  }

  /** Files that are only cached give way, so they count as free. */
  private OptionalLong leftInGroup() {
    OptionalLong most = number("memory.max");
    OptionalLong used = number("memory.current");
    if (most.isEmpty() || used.isEmpty()) {
      return OptionalLong.empty();
    }
    long cached =
        lines(group.resolve("memory.stat")).stream()
            .filter(line -> line.startsWith("inactive_file "))
            .mapToLong(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
            .findFirst()
            .orElse(0);
    return OptionalLong.of(most.getAsLong() - used.getAsLong() + cached);
  }

  /** None also where it says {@code max}: no limit. */
  private OptionalLong number(String file) {
    return lines(group.resolve(file)).stream()
        .filter(line -> line.matches("\\d{1,18}"))
        .mapToLong(Long::parseLong)
        .findFirst();
  }

  private static List<String> lines(Path file) {
    if (!Files.isReadable(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      LOG.log(Level.FINE, e, () -> file + " cannot be read");
      return List.of();
    }
  }
}
