package dev.easel.web.ui;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * What pages say, from {@code messages/<section>.properties}. A key begins with its section: {@code
 * keys.title} is in {@code keys.properties}. Templates write {@code #{keys.title}}, controllers ask
 * here. A text is the pattern of a {@link MessageFormat}: quotation marks are typographic ones.
 */
@ApplicationScoped
public class Texts {

  private static final Control ONE_LANGUAGE =
      Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

  /**
   * The text of a key.
   *
   * @param values for {@code {0}} and so on
   * @throws java.util.MissingResourceException if there is none; tests see to that
   */
  public String of(String key, Object... values) {
    return text(key, Locale.ENGLISH, values);
  }

  static String text(String key, Locale locale, Object... values) {
    int dot = key.indexOf('.');
    String section = dot < 0 ? key : key.substring(0, dot);
    ResourceBundle texts =
        ResourceBundle.getBundle(
            "messages." + section, locale, Texts.class.getClassLoader(), ONE_LANGUAGE);
    return new MessageFormat(texts.getString(key), locale).format(values);
  }
}
