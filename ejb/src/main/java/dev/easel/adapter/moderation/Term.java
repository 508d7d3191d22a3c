package dev.easel.adapter.moderation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words of a rule that follow each other, at least one. */
record Term(List<Spelling> words) {

  private static final int SHORTEST = 2;

  /** Phrases of fewer letters also begin innocent words when written as one. */
  private static final int SHORTEST_JOINED = 8;

  /**
   * One word, which may have punctuation in it.
   *
   * @throws IllegalArgumentException with the end of a sentence about the text
   */
  static List<Term> word(String text) {
    List<Token> tokens = tokens(text);
    if (tokens.stream().skip(1).anyMatch(token -> !token.glued())) {
      throw new IllegalArgumentException("must be one word; a phrase may be several");
    }
    return tokens.size() == 1 ? List.of(of(tokens)) : List.of(of(tokens), joined(tokens));
  }

  /** Words in a row, and as one word if that is long. */
  static List<Term> phrase(String text) {
    List<Token> tokens = tokens(text);
    Term joined = joined(tokens);
    return tokens.size() == 1 || joined.words.get(0).length() < SHORTEST_JOINED
        ? List.of(of(tokens))
        : List.of(of(tokens), joined);
  }

  /** Phrases with commas between them. */
  static List<Term> list(String text) {
    List<Term> terms = new ArrayList<>();
    Arrays.stream(text.split(",", -1)).forEach(item -> terms.addAll(phrase(item)));
    return terms;
  }

  Spelling first() {
    return words.get(0);
  }

  private static List<Token> tokens(String text) {
    List<Token> tokens = Tokens.of(PlainText.of(text));
    int letters = tokens.stream().mapToInt(t -> t.raw().codePointCount(0, t.raw().length())).sum();
    if (letters < SHORTEST) {
      throw new IllegalArgumentException("must have at least two letters or digits per word");
    }
    return tokens;
  }

  private static Term of(List<Token> tokens) {
    return new Term(tokens.stream().map(t -> Spelling.of(Token.latin(t.raw()))).toList());
  }

  private static Term joined(List<Token> tokens) {
    StringBuilder all = new StringBuilder();
    tokens.forEach(token -> all.append(token.raw()));
    return new Term(List.of(Spelling.of(Token.latin(all.toString()))));
  }
}
