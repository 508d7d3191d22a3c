package dev.easel.service.workflow;

import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is put into a graph when more than one image is wanted, beside its binding of the batch.
 *
 * @param latent the output after which latent images are repeated; empty if the graph does it
 * @param images inputs that take one image where as many are wanted, such as what is composed onto:
 *     a node would cut the batch down to it
 */
record Repeats(Optional<Link> latent, List<Slot> images) {

  static final Repeats NONE = new Repeats(Optional.empty(), List.of());

  static final String LATENT_CLASS = "RepeatLatentBatch";
  static final String IMAGE_CLASS = "RepeatImageBatch";

  Repeats {
    images = List.copyOf(images);
  }

  /** What a node needs for it. */
  Set<String> classes() {
    Set<String> classes = new LinkedHashSet<>();
    latent.ifPresent(link -> classes.add(LATENT_CLASS));
    if (!images.isEmpty()) {
      classes.add(IMAGE_CLASS);
    }
    return classes;
  }

  void into(GraphEdit edit, int amount) {
    for (Slot slot : images) {
      String node = edit.add(IMAGE_CLASS, inputs("image", edit.value(slot), amount));
      edit.put(slot, Graphs.link(new Link(node, 0)));
    }
    latent.ifPresent(
        link -> {
          String node = edit.add(LATENT_CLASS, inputs("samples", Graphs.link(link), amount));
          edit.redirect(link, new Link(node, 0), Set.of(node));
        });
  }

  private static Map<String, JsonValue> inputs(String name, JsonValue source, int amount) {
    Map<String, JsonValue> inputs = new LinkedHashMap<>();
    inputs.put(name, source);
    inputs.put("amount", Graphs.number((long) amount));
    return inputs;
  }
}
