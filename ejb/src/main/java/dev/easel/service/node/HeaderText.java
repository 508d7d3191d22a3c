package dev.easel.service.node;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Headers as one text, to be sealed as a whole. Neither names nor values have line breaks. */
final class HeaderText {

  private static final String COLON = ": ";

  private HeaderText() {}

  static String of(Map<String, String> headers) {
    return new TreeMap<>(headers)
        .entrySet().stream()
            .map(header -> header.getKey() + COLON + header.getValue())
            .collect(Collectors.joining("\n"));
  }

  static Map<String, String> parse(String text) {
    return text.lines()
        .map(line -> line.split(COLON, 2))
        .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
  }
}
