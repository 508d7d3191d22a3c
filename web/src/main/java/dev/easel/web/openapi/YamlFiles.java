package dev.easel.web.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads the YAML resources of the document; {@code <<} takes the members of another map first. */
final class YamlFiles {

  private static final String MERGE = "<<";
  private static final int MOST_ALIASES = 200;

  private YamlFiles() {}

  static Map<String, Object> read(String resource) {
    LoadSettings settings =
        LoadSettings.builder().setLabel(resource).setMaxAliasesForCollections(MOST_ALIASES).build();
    try (InputStream file = YamlFiles.class.getResourceAsStream("/openapi/" + resource)) {
      return map(merged(new Load(settings).loadFromInputStream(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lays {@code more} over {@code base}: maps are united, everything else is replaced. */
  static void lay(Map<String, Object> base, Map<String, Object> more) {
    more.forEach(
        (key, value) -> {
          if (base.get(key) instanceof Map && value instanceof Map) {
            lay(map(base.get(key)), map(value));
          } else {
            base.put(key, value);
          }
        });
  }

  /** Everything under a YAML map has text for keys. */
  @SuppressWarnings("unchecked")
  static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  private static Object merged(Object value) {
    if (value instanceof List<?> list) {
      List<Object> copy = new ArrayList<>();
      list.forEach(item -> copy.add(merged(item)));
      return copy;
    }
    if (!(value instanceof Map)) {
      return value;
    }
    Map<String, Object> copy = new LinkedHashMap<>();
    Map<String, Object> given = map(value);
    if (given.get(MERGE) != null) {
      copy.putAll(map(merged(given.get(MERGE))));
    }
    given.forEach(
        (key, member) -> {
          if (!key.equals(MERGE)) {
            copy.put(key, merged(member));
          }
        });
    return copy;
  }
}
