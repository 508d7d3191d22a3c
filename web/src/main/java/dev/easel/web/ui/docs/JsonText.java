package dev.easel.web.ui.docs;

import dev.easel.web.api.WireJson;
import java.util.Collection;
import java.util.Map;
import java.util.Map.Entry;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** JSON to be read by people: broken into lines only where it does not fit on one. */
final class JsonText {

  private static final int WIDTH = 56;
  private static final Pattern TOKENS =
      Pattern.compile(
          "(\"(?:[^\"\\\\]|\\\\.)*\")(\\s*:)?|\\b(true|false|null|-?[0-9][0-9.e+-]*)\\b");

  private JsonText() {}

  static String pretty(Object value) {
    StringBuilder text = new StringBuilder();
    write(value, "", text);
    return text.toString();
  }

  /** As HTML, keys and values marked by classes. */
  static String marked(String json) {
    Matcher tokens = TOKENS.matcher(Prose.escaped(json));
    StringBuilder html = new StringBuilder();
    while (tokens.find()) {
      tokens.appendReplacement(html, Matcher.quoteReplacement(mark(tokens)));
    }
    return tokens.appendTail(html).toString();
  }

  private static String mark(Matcher token) {
    if (token.group(1) == null) {
      return "<span class=\"value\">" + token.group() + "</span>";
    }
    return token.group(2) == null
        ? "<span class=\"text\">" + token.group(1) + "</span>"
        : "<span class=\"key\">" + token.group(1) + "</span>" + token.group(2);
  }

  private static void write(Object value, String indent, StringBuilder text) {
    String line = onOneLine(value);
    if (line.length() + indent.length() <= WIDTH || !isContainer(value)) {
      text.append(line);
      return;
    }
    String deeper = indent + "  ";
    String separator = "\n";
    boolean object = value instanceof Map;
    text.append(object ? "{" : "[");
    for (Object item : object ? ((Map<?, ?>) value).entrySet() : (Collection<?>) value) {
      text.append(separator).append(deeper);
      if (object) {
        Entry<?, ?> member = (Entry<?, ?>) item;
        text.append(quoted(member.getKey())).append(": ");
        write(member.getValue(), deeper, text);
      } else {
        write(item, deeper, text);
      }
      separator = ",\n";
    }
    text.append('\n').append(indent).append(object ? '}' : ']');
  }

  private static String onOneLine(Object value) {
    if (value instanceof Map<?, ?> map) {
      return joined(
          "{",
          map.entrySet().stream()
              .map(m -> quoted(m.getKey()) + ": " + onOneLine(m.getValue()))
              .toList(),
          "}");
    }
    if (value instanceof Collection<?> list) {
      return joined("[", list.stream().map(JsonText::onOneLine).toList(), "]");
    }
    return value instanceof String ? quoted(value) : String.valueOf(value);
  }

  private static String joined(String open, Collection<String> parts, String close) {
    return open + String.join(", ", parts) + close;
  }

  private static boolean isContainer(Object value) {
    return value instanceof Map<?, ?> map ? !map.isEmpty() : value instanceof Collection;
  }

  private static String quoted(Object text) {
    return WireJson.text(text.toString()).toString();
  }
}
