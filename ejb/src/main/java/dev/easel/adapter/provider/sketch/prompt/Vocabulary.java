package dev.easel.adapter.provider.sketch.prompt;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Finds the motif or colour of a word or phrase, whatever its number. */
final class Vocabulary {

  static final int LONGEST_PHRASE = 3;

  private static final Map<String, Motif> MOTIFS = new HashMap<>();
  private static final Map<String, Hue> HUES = new HashMap<>();

  static {
    for (Motif motif : Motif.values()) {
      motif.words().forEach(w -> MOTIFS.putIfAbsent(w, motif));
    }
    for (Hue hue : Hue.values()) {
      hue.words().forEach(w -> HUES.putIfAbsent(w, hue));
    }
  }

  private Vocabulary() {}

  static Optional<Motif> motif(String phrase) {
    return find(MOTIFS, phrase);
  }

  static Optional<Hue> hue(String word) {
    return Optional.ofNullable(HUES.get(word));
  }

  private static <T> Optional<T> find(Map<String, T> words, String phrase) {
    for (String form :
        new String[] {
          phrase,
          ending(phrase, "'s", ""),
          ending(phrase, "s", ""),
          ending(phrase, "es", ""),
          ending(phrase, "ies", "y"),
          ending(phrase, "ves", "f"),
          ending(phrase, "ing", ""),
          ending(phrase, "y", "")
        }) {
      T found = words.get(form);
      if (found != null) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static String ending(String word, String old, String fresh) {
    return word.length() > old.length() + 2 && word.endsWith(old)
        ? word.substring(0, word.length() - old.length()) + fresh
        : word;
  }
}
