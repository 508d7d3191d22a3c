package dev.easel.web.api;

import jakarta.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Members are known by their snake_case names and by the camelCase aliases of these. */
final class MemberNames {

  /** Enough to see what is wrong. */
  static final int MOST_NAMED = 20;

  private MemberNames() {}

  static String camelCase(String snake) {
    StringBuilder camel = new StringBuilder();
    boolean upper = false;
    for (char c : snake.toCharArray()) {
      if (c == '_') {
        upper = true;
      } else {
        camel.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return camel.toString();
  }

  /** Of the members, those that are none of these. An alias beside its name is not read. */
  static List<String> strangers(JsonObject object, Set<String> known) {
    Set<String> names = new HashSet<>(known);
    known.stream().filter(name -> !object.containsKey(name)).forEach(n -> names.add(camelCase(n)));
    return object.keySet().stream().filter(name -> !names.contains(name)).toList();
  }
}
