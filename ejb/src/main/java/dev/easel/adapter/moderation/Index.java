package dev.easel.adapter.moderation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All words of all rules, found by the letters they begin with: the time does not grow with them.
 */
final class Index {

  /** Letters that stand alone make no shorter word among others: too many are innocent. */
  private static final int SHORTEST_WITHIN = 4;

  private static final int LONGEST_WITHIN = 40;

  /**
   * @param part which of the rule's lists it is in
   */
  private record Entry(int rule, int part, Term term) {}

  /** Told what was found. */
  interface Finder {
    /**
     * @param position of the first token
     */
    void found(int rule, int part, int position);
  }

  private final Map<String, List<Entry>> entries = new HashMap<>();
  private int longest;

  void add(int rule, int part, Term term) {
    entries
        .computeIfAbsent(term.first().letters(), letters -> new ArrayList<>())
        .add(new Entry(rule, part, term));
    longest = Math.min(LONGEST_WITHIN, Math.max(longest, term.first().length()));
  }

  void search(List<Token> tokens, Finder finder) {
    Reading asCut = Reading.asCut(tokens);
    search(asCut, finder);
    Reading together = Reading.together(tokens);
    if (together.words().size() < asCut.words().size()) {
      search(together, finder);
      searchLoose(tokens, finder);
    }
  }

  private void search(Reading reading, Finder finder) {
    List<Reading.Word> words = reading.words();
    for (int i = 0; i < words.size(); i++) {
      for (Spelling spelling : words.get(i).spellings()) {
        for (Entry entry : entries.getOrDefault(spelling.letters(), List.of())) {
          if (matches(entry.term, words, i)) {
            finder.found(entry.rule, entry.part, words.get(i).position());
          }
        }
      }
    }
  }

  private static boolean matches(Term term, List<Reading.Word> words, int start) {
    List<Spelling> wanted = term.words();
    return start + wanted.size() <= words.size()
        && IntStream.range(0, wanted.size())
            .allMatch(k -> words.get(start + k).matches(wanted.get(k)));
  }

  /** Words within rows of letters that stand alone: {@code a n u d e}. */
  private void searchLoose(List<Token> tokens, Finder finder) {
    int start = 0;
    while (start < tokens.size()) {
      int end = start;
      StringBuilder row = new StringBuilder();
      while (end < tokens.size() && tokens.get(end).isSingle()) {
        row.append(tokens.get(end++).raw());
      }
      if (end - start >= SHORTEST_WITHIN) {
        searchWithin(Token.latin(row.toString()), start, finder);
      }
      start = Math.max(end, start + 1);
    }
  }

  private void searchWithin(String row, int position, Finder finder) {
    int[] letters = row.codePoints().toArray();
    for (int from = 0; from < letters.length; from++) {
      int most = Math.min(longest, letters.length - from);
      boolean afterArticle = from == 1 && letters[0] == 'a' && letters.length == SHORTEST_WITHIN;
      int least = afterArticle ? SHORTEST_WITHIN - 1 : SHORTEST_WITHIN;
      for (int length = least; length <= most; length++) {
        Spelling spelling = Spelling.of(new String(letters, from, length));
        for (Entry entry : entries.getOrDefault(spelling.letters(), List.of())) {
          if (entry.term.words().size() == 1 && spelling.matches(entry.term.first())) {
            finder.found(entry.rule, entry.part, position + from);
          }
        }
      }
    }
  }
}
