package dev.easel.web.api;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Comma-separated values after RFC 4180, safe to open in a spreadsheet: text that a spreadsheet
 * would take for a formula gets an apostrophe before it. Numbers stay numbers.
 */
public final class Csv {

  /** With parameters, for a {@code Content-Type}. */
  public static final String MEDIA_TYPE = "text/csv;charset=UTF-8";

  /**
   * What begins a formula, where a cell may begin: at the start, and after what separates cells and
   * rows for spreadsheets of other countries, which do not honour quotes in the middle of theirs.
   */
  private static final Pattern FORMULA =
      Pattern.compile(
          "(?<![^;\\t\\r\\n])(?=[ \\u00a0]*[=+\\-@\\t\\r\\n\\uff1d\\uff0b\\uff0d\\uff20])");

  private static final Pattern QUOTED = Pattern.compile("[\",;\\t\\r\\n]|^\\s|\\s$");

  private final StringBuilder text = new StringBuilder();

  /** Adds a row; null is an empty cell. */
  public Csv row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",").append(cell(cells[i]));
    }
    text.append("\r\n");
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  private static String cell(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof Number
        ? value.toString()
        : quoted(FORMULA.matcher(value.toString()).replaceAll("'"));
  }

  private static String quoted(String cell) {
    return QUOTED.matcher(cell).find() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
