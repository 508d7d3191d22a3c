package dev.easel.adapter.moderation;

import com.google.re2j.Pattern;
import dev.easel.domain.moderation.ContentPolicy;
import dev.easel.domain.moderation.ModerationRule;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rules in an index, and patterns one by one. Immutable once made. */
final class IndexedPolicy implements ContentPolicy {

  private static final int WHOLE = 0;
  private static final int LEFT = 1;
  private static final int RIGHT = 2;

  /** Words between the two of a pair, and one more. */
  private static final int NEAR = 16;

  private final List<ModerationRule> rules = new ArrayList<>();
  private final Index index = new Index();
  private final Map<Integer, Pattern> patterns = new HashMap<>();

  /**
   * @throws IllegalArgumentException with the end of a sentence about the rule's text
   */
  void add(ModerationRule rule) {
    int number = rules.size();
    switch (rule.kind()) {
      case WORD -> add(number, WHOLE, Term.word(rule.text()));
      case PHRASE -> add(number, WHOLE, Term.phrase(rule.text()));
      case PAIR -> addPair(number, rule.text());
      case PATTERN -> patterns.put(number, Expression.compile(rule.text()));
    }
    rules.add(rule);
  }

  private void addPair(int number, String text) {
    String[] lists = text.split("\\|", -1);
    if (lists.length != 2) {
      throw new IllegalArgumentException("must be two lists with one | between them");
    }
    List<Term> left = Term.list(lists[0]);
    List<Term> right = Term.list(lists[1]);
    add(number, LEFT, left);
    add(number, RIGHT, right);
  }

  private void add(int number, int part, List<Term> terms) {
    terms.forEach(term -> index.add(number, part, term));
  }

  @Override
  public List<ModerationRule> objections(String text) {
    String plain = PlainText.of(text);
    List<Token> tokens = Tokens.of(plain);
    BitSet offended = new BitSet(rules.size());
    Map<Integer, Sides> pairs = new HashMap<>();
    index.search(
        tokens,
        (rule, part, position) -> {
          if (part == WHOLE) {
            offended.set(rule);
          } else {
            pairs.computeIfAbsent(rule, r -> new Sides()).note(part, position);
          }
        });
    pairs.forEach((rule, sides) -> offended.set(rule, offended.get(rule) || sides.meet()));
    if (!patterns.isEmpty()) {
      matchPatterns(plain, Reading.together(tokens).text(), offended);
    }
    return offended.stream().mapToObj(rules::get).toList();
  }

  private void matchPatterns(String plain, String normalised, BitSet offended) {
    boolean same = plain.equals(normalised);
    patterns.forEach(
        (rule, pattern) -> {
          if (pattern.matcher(plain).find() || (!same && pattern.matcher(normalised).find())) {
            offended.set(rule);
          }
        });
  }

  @Override
  public String normalised(String text) {
    return Reading.together(Tokens.of(PlainText.of(text))).text();
  }

  /** Where words of the two lists of a pair stand. */
  private static final class Sides {
    private final TreeSet<Integer> left = new TreeSet<>();
    private final TreeSet<Integer> right = new TreeSet<>();

    void note(int part, int position) {
      (part == LEFT ? left : right).add(position);
    }

    boolean meet() {
      return left.stream().anyMatch(at -> !right.subSet(at - NEAR, at + NEAR + 1).isEmpty());
    }
  }
}
