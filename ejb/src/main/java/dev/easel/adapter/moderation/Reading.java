package dev.easel.adapter.moderation;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;

/** A prompt as a row of words. There are two: as it is cut, and with what was torn put together. */
record Reading(List<Word> words) {

  /**
   * @param position of its first token in the prompt
   * @param latin without disguise
   * @param spellings with and without digits and signs at its ends
   */
  record Word(int position, String latin, List<Spelling> spellings) {

    static Word of(int position, String raw) {
      String latin = Token.latin(raw);
      Spelling whole = Spelling.of(latin);
      String core = Token.core(raw);
      return new Word(
          position,
          latin,
          core.isEmpty() || core.length() == raw.length()
              ? List.of(whole)
              : List.of(whole, Spelling.of(Token.latin(core))));
    }

    boolean matches(Spelling rule) {
      for (Spelling spelling : spellings) {
        if (spelling.matches(rule)) {
          return true;
        }
      }
      return false;
    }
  }

  static Reading asCut(List<Token> tokens) {
    List<Word> words = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); i++) {
      words.add(Word.of(i, tokens.get(i).raw()));
    }
    return new Reading(words);
  }

  /** Joins what only punctuation separates, and letters that stand alone. */
  static Reading together(List<Token> tokens) {
    List<Word> words = new ArrayList<>(tokens.size());
    int start = 0;
    while (start < tokens.size()) {
      StringBuilder raw = new StringBuilder(tokens.get(start).raw());
      int next = start + 1;
      while (next < tokens.size() && belongs(tokens, next)) {
        raw.append(tokens.get(next++).raw());
      }
      words.add(Word.of(start, raw.toString()));
      start = next;
    }
    return new Reading(words);
  }

  /** Whether it belongs to the token before; dots bind closer than spaces: {@code a c.a.r}. */
  private static boolean belongs(List<Token> tokens, int at) {
    Token before = tokens.get(at - 1);
    Token token = tokens.get(at);
    boolean opens = at + 1 < tokens.size() && tokens.get(at + 1).glued();
    return token.glued() || (before.isSingle() && token.isSingle() && !before.glued() && !opens);
  }

  /** For patterns: words with a space between them, stretched letters once. */
  String text() {
    return words.stream().map(Word::latin).map(Reading::unstretched).collect(joining(" "));
  }

  private static String unstretched(String word) {
    StringBuilder once = new StringBuilder(word.length());
    int at = 0;
    while (at < word.length()) {
      int end = at + 1;
      while (end < word.length() && word.charAt(end) == word.charAt(at)) {
        end++;
      }
      boolean stretched = end - at > 2 && Character.isLetter(word.charAt(at));
      once.append(word, at, stretched ? at + 1 : end);
      at = end;
    }
    return once.toString();
  }
}
