package dev.easel.domain.gallery;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What an item is found by beside its tags: the words of all that is said of it. They are lower
 * case, without accents, and of letters and digits alone, so that they need no escaping anywhere.
 */
public final class Terms {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final int LONGEST = 40;
  private static final int MOST = 200;
  private static final String WORD_PREFIX = "w:";

  private Terms() {}

  /** All terms of an item. */
  public static Set<String> of(GalleryItem item, String prompt) {
    Set<String> terms = new LinkedHashSet<>();
    String said =
        String.join(" ", item.title(), String.join(" ", item.tags()), item.description(), prompt);
    words(said).stream().limit(MOST).forEach(word -> terms.add(word(word)));
    return terms;
  }

  /** The different words of a text. */
  public static List<String> words(String text) {
    String plain =
        MARKS
            .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT);
    return WORD.matcher(plain)
        .results()
        .map(MatchResult::group)
        .map(Terms::cut)
        .distinct()
        .toList();
  }

  /** The term of a word, and what the terms of longer words begin with. */
  public static String word(String word) {
    return WORD_PREFIX + word;
  }

  private static String cut(String word) {
    int[] kept = word.codePoints().limit(LONGEST / 2).toArray();
    return word.length() <= LONGEST ? word : new String(kept, 0, kept.length);
  }
}
