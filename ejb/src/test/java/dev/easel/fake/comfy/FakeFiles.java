package dev.easel.fake.comfy;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The folders input, temp and output. */
final class FakeFiles {

  /** A bench lets a node run for hours; what was made long ago nobody asks for. */
  private static final int MOST = 1_000;

  private final Map<String, byte[]> content =
      Collections.synchronizedMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
              return size() > MOST;
            }
          });
  private final Map<String, Integer> counters = new ConcurrentHashMap<>();

  static String key(String type, String subfolder, String name) {
    return type + "/" + (subfolder.isEmpty() ? "" : subfolder + "/") + name;
  }

  Optional<byte[]> find(String key) {
    return Optional.ofNullable(content.get(key));
  }

  void put(String key, byte[] bytes) {
    content.put(key, bytes);
  }

  void remove(String key) {
    content.remove(key);
  }

  /** Another file of the same name gets a number; the same file keeps it. */
  synchronized String upload(String type, String subfolder, String name, byte[] bytes) {
    String free = name;
    int dot = name.lastIndexOf('.');
    for (int i = 1; taken(key(type, subfolder, free), bytes); i++) {
      free = name.substring(0, dot) + " (" + i + ")" + name.substring(dot);
    }
    content.put(key(type, subfolder, free), bytes);
    return free;
  }

  private boolean taken(String key, byte[] bytes) {
    byte[] there = content.get(key);
    return there != null && !Arrays.equals(there, bytes);
  }

  /** {@code prefix_00001_.png} and on. */
  String nextOutput(String prefix) {
    return "%s_%05d_.png".formatted(prefix, counters.merge(prefix, 1, Integer::sum));
  }

  /** As a start of the process does. */
  void wipeTemporary() {
    content.keySet().removeIf(key -> key.startsWith("temp/"));
  }

  /** The key of what a loader's input names. */
  static String loaderKey(String value) {
    for (String type : new String[] {"temp", "output", "input"}) {
      String mark = " [" + type + "]";
      if (value.endsWith(mark)) {
        return type + "/" + value.substring(0, value.length() - mark.length());
      }
    }
    return "input/" + value;
  }
}
