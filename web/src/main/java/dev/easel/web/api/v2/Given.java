package dev.easel.web.api.v2;

import dev.easel.web.api.WireJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What a caller gave, by its printed names. What was not given is left out. */
final class Given {

  private final Map<String, Object> members = new LinkedHashMap<>();

  void keep(String name, Object value) {
    if (value != null) {
      members.put(name, value);
    }
  }

  void keepSection(String section, Map<String, Object> values) {
    Map<String, Object> kept = new LinkedHashMap<>(values);
    kept.values().removeIf(Objects::isNull);
    if (!kept.isEmpty()) {
      members.put(section, kept);
    }
  }

  String json() {
    return WireJson.object(members).build().toString();
  }
}
