package dev.easel.domain.node;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Small sets and maps of words in one column: one to a line, {@code key=value} in maps. */
final class Lines {

  private Lines() {}

  static String of(Set<String> words) {
    return String.join("\n", new TreeSet<>(words));
  }

  static Set<String> set(String lines) {
    return lines.lines().collect(Collectors.toCollection(TreeSet::new));
  }

  /** Keys have no {@code =}. */
  static String of(Map<String, String> words) {
    return new TreeMap<>(words)
        .entrySet().stream()
            .map(word -> word.getKey() + "=" + word.getValue())
            .collect(Collectors.joining("\n"));
  }

  static Map<String, String> map(String lines) {
    Map<String, String> words = new TreeMap<>();
    lines.lines().map(line -> line.split("=", 2)).forEach(word -> words.put(word[0], word[1]));
    return words;
  }
}
