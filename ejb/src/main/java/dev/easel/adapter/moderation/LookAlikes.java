package dev.easel.adapter.moderation;

import java.util.HashMap;
import java.util.Map;

/**
 * Letters that look like one of the 26 of ASCII, after {@link PlainText}: Cyrillic, Greek,
 * Armenian, small capitals, letters with strokes. A capital is found by its small letter, so
 * Cyrillic в stands for B.
 */
final class LookAlikes {

  private static final String[] TABLE = {
    "aаαɑᴀ",
    "bвьβʙɓ",
    "cсϲᴄςƈ",
    "dԁđðᴅɗ",
    "eеєεᴇɛə",
    "fғꜰƒϝ",
    "gɡցɢɠ",
    "hнһհħʜɦ",
    "iіιıɪɩӏ",
    "jјϳᴊ",
    "kкκᴋƙ",
    "lłʟɭƚ",
    "mмᴍ",
    "nпηոɴиɲŋ",
    "oоοօøᴏσө",
    "pрρᴘƥ",
    "qԛզ",
    "rгяʀɾг",
    "sѕꜱʂ",
    "tтτᴛŧƭ",
    "uυʊᴜս",
    "vνѵᴠʋ",
    "wԝωᴡшѡ",
    "xхχ",
    "yуγʏүƴ",
    "zᴢʐƶ"
  };

  private static final Map<Integer, Character> LATIN = new HashMap<>();

  static {
    for (String row : TABLE) {
      row.codePoints().skip(1).forEach(c -> LATIN.put(c, row.charAt(0)));
    }
  }

  private LookAlikes() {}

  static int latin(int c) {
    Character found = c < 0x80 ? null : LATIN.get(c);
    return found == null ? c : found;
  }

  /** The letter a digit or sign stands for within a word; itself if for none. */
  static int unleet(int c) {
    return switch (c) {
      case '0' -> 'o';
      case '1', '!', '|' -> 'i';
      case '3' -> 'e';
      case '4', '@' -> 'a';
      case '5', '$' -> 's';
      case '7' -> 't';
      default -> c;
    };
  }
}
