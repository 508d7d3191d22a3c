package dev.easel.cli;

import java.util.Deque;

/** The word after an option, taken from those that are left. */
final class OptionValue {

  private OptionValue() {}

  /**
   * @throws CommandFailure if nothing follows
   */
  static String text(Deque<String> words, String option) {
    if (words.isEmpty()) {
      throw new CommandFailure(option + " needs a value");
    }
    return words.pop();
  }

  /**
   * @throws CommandFailure if nothing follows, or no whole number
   */
  static long number(Deque<String> words, String option) {
    String value = text(words, option);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException e) {
      throw new CommandFailure(option + " needs a whole number, not '" + value + "'");
    }
  }
}
