package dev.easel.adapter.vision.onnx;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Cuts a text into pieces of BERT's vocabulary, lower-cased and without accents: whole words where
 * they are known, the longest known beginnings and continuations where they are not.
 */
final class WordPieces {

  private static final int LONGEST_WORD = 100;
  private static final String CONTINUED = "##";
  private static final String ASCII_SIGNS = "$+<=>^`|~";

  private final Map<String, Integer> vocabulary;

  private WordPieces(Map<String, Integer> vocabulary) {
    this.vocabulary = vocabulary;
  }

  /**
   * @param tokenizer the file of Hugging Face's tokenizers; closed afterwards
   */
  static WordPieces read(InputStream tokenizer) {
    Map<String, Integer> vocabulary = new HashMap<>();
    try (JsonParser json = Json.createParser(tokenizer)) {
      while (json.hasNext()) {
        if (json.next() == JsonParser.Event.KEY_NAME && json.getString().equals("vocab")) {
          readPieces(json, vocabulary);
          return new WordPieces(vocabulary);
        }
      }
    }
    throw new IllegalStateException("The tokenizer has no vocabulary");
  }

  private static void readPieces(JsonParser json, Map<String, Integer> vocabulary) {
    json.next(); // the object begins
    while (json.next() == JsonParser.Event.KEY_NAME) {
      String piece = json.getString();
      json.next();
      vocabulary.put(piece, json.getInt());
    }
  }

  /**
   * Numbers of pieces between those that begin and end a text.
   *
   * @param most with these two; what comes after is left out
   */
  long[] of(String text, int most) {
    List<Integer> pieces = new ArrayList<>(List.of(vocabulary.get("[CLS]")));
    for (String word : words(text)) {
      add(word, pieces);
      if (pieces.size() >= most) {
        break;
      }
    }
    List<Integer> kept = new ArrayList<>(pieces.subList(0, Math.min(pieces.size(), most - 1)));
    kept.add(vocabulary.get("[SEP]"));
    return kept.stream().mapToLong(Integer::longValue).toArray();
  }

  private void add(String word, List<Integer> pieces) {
    List<Integer> found = new ArrayList<>();
    int from = 0;
    while (from < word.length() && word.length() <= LONGEST_WORD) {
      int end = longestKnown(word, from);
      if (end == from) {
        break;
      }
      found.add(vocabulary.get(piece(word, from, end)));
      from = end;
    }
    pieces.addAll(from == word.length() ? found : List.of(vocabulary.get("[UNK]")));
  }

  private int longestKnown(String word, int from) {
    int end = word.length();
    while (end > from && !vocabulary.containsKey(piece(word, from, end))) {
      end--;
    }
    return end;
  }

  private static String piece(String word, int from, int end) {
    return from == 0 ? word.substring(0, end) : CONTINUED + word.substring(from, end);
  }

  /** Between white space; signs and ideographs each for itself. */
  private static List<String> words(String text) {
    StringBuilder spaced = new StringBuilder();
    Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> append(spaced, c));
    String stripped = spaced.toString().strip();
    return stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
  }

  private static void append(StringBuilder spaced, int c) {
    if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
      spaced.append(' ');
    } else if (isSign(c) || Character.isIdeographic(c)) {
      spaced.append(' ').appendCodePoint(c).append(' ');
    } else if (!Character.isISOControl(c) && Character.getType(c) != Character.FORMAT) {
      spaced.appendCodePoint(c);
    }
  }

  private static boolean isSign(int c) {
    return switch (Character.getType(c)) {
      case Character.CONNECTOR_PUNCTUATION,
          Character.DASH_PUNCTUATION,
          Character.START_PUNCTUATION,
          Character.END_PUNCTUATION,
          Character.INITIAL_QUOTE_PUNCTUATION,
          Character.FINAL_QUOTE_PUNCTUATION,
          Character.OTHER_PUNCTUATION ->
          true;
      default -> ASCII_SIGNS.indexOf(c) >= 0;
    };
  }
}
