package dev.easel.adapter.vision;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineMemoryTest {

  private static final long MEGABYTE = 1 << 20;

  @TempDir Path files;

  @Test
  void aSystemThatSaysNothingHasEnough() {
    assertThat(new MachineMemory(files, files).isEnough()).isTrue();
  }

  @Test
  void theMachineCountsWhatIsAvailable() throws IOException {
    write("meminfo", "MemTotal: 8000000 kB\nMemFree:  1000 kB\nMemAvailable:   400000 kB\n");
    assertThat(new MachineMemory(files, files).isEnough()).isTrue();

    write("meminfo", "MemTotal: 8000000 kB\nMemFree: 1000 kB\nMemAvailable:   200000 kB\n");
    assertThat(new MachineMemory(files, files).isEnough()).isFalse();
  }

  @Test
  void aContainerHasItsLimitLessWhatItUses() throws IOException {
    write("memory.max", 2000 * MEGABYTE + "\n");
    write("memory.current", 1900 * MEGABYTE + "\n");
    assertThat(new MachineMemory(files, files).isEnough()).isFalse();

    write("memory.stat", "anon 5\ninactive_file " + 500 * MEGABYTE + "\n");
    assertThat(new MachineMemory(files, files).isEnough()).isTrue();
  }

  @Test
  void aContainerWithoutALimitHasTheMachines() throws IOException {
    write("memory.max", "max\n");
    write("memory.current", 1900 * MEGABYTE + "\n");
    assertThat(new MachineMemory(files, files).isEnough()).isTrue();
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(files.resolve(name), text);
  }
}
