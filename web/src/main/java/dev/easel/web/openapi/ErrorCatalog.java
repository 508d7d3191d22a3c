package dev.easel.web.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What can go wrong and what to do, for each surface in its own words. */
@ApplicationScoped
public class ErrorCatalog {

  /**
   * One entry.
   *
   * @param surface tag of the surface in the document
   * @param code the word on the wire; v1 has none but the status
   */
  public record Entry(
      String surface, String code, String status, String title, String cause, String remedy) {}

  private final List<Entry> entries;

  public ErrorCatalog() {
    Map<String, Object> file = YamlFiles.read("errors.yaml");
    Node root = new Node(file, file, text -> text);
    entries =
        root.members().entrySet().stream()
            .flatMap(s -> s.getValue().items().stream().map(e -> entry(s.getKey(), e)))
            .toList();
  }

  public List<Entry> entries() {
    return entries;
  }

  public List<Entry> of(String surface) {
    return entries.stream().filter(entry -> entry.surface().equals(surface)).toList();
  }

  public Optional<Entry> find(String code) {
    return entries.stream().filter(entry -> entry.code().equals(code)).findFirst();
  }

  private static Entry entry(String surface, Node node) {
    return new Entry(
        surface,
        node.text("code"),
        node.text("status"),
        node.text("title"),
        node.text("cause"),
        node.text("remedy"));
  }
}
