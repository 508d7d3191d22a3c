package dev.easel.domain.catalog;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Width and height in pixels; written {@code 1024x768}. */
public record Size(int width, int height) {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,4})[xX×]([1-9][0-9]{0,4})");

  /** Empty if the text is not of the form {@code WIDTHxHEIGHT}. */
  public static Optional<Size> parse(String text) {
    Matcher matcher = FORM.matcher(text.trim());
    return matcher.matches()
        ? Optional.of(
            new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return width + "x" + height;
  }
}
