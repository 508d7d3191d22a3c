package dev.easel.service.workflow;

import dev.easel.domain.generation.Edit;
import dev.easel.domain.generation.ReferenceRole;
import dev.easel.domain.workflow.Link;
import dev.easel.domain.workflow.Slot;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code references}: how further images come into a graph. {@code image} and {@code
 * strength} are inputs that hold values; {@code onto} is the input of the branch that takes what an
 * image is added to, {@code end} the output that has the image in it; {@code roles} and {@code
 * most} say what it is good for.
 */
final class ReferenceReader {

  private static final String PATH = "references";
  private static final Set<String> MEMBERS =
      Set.of("image", "strength", "onto", "end", "roles", "most");

  private final JsonObject graph;
  private final Faults faults;

  ReferenceReader(JsonObject graph, Faults faults) {
    this.graph = graph;
    this.faults = faults;
  }

  /** Empty if the definition has none, or if it is wrong. */
  Optional<ReferenceBranch> read(JsonObject given) {
    if (given.isEmpty()) {
      return Optional.empty();
    }
    if (!MEMBERS.containsAll(given.keySet())) {
      faults.add(PATH, "must be {\"image\", \"strength\", \"onto\", \"end\", \"roles\", \"most\"}");
      return Optional.empty();
    }
    Optional<Slot> image = slot(given, "image", JsonString.class);
    Optional<Slot> strength =
        given.containsKey("strength")
            ? slot(given, "strength", JsonNumber.class)
            : Optional.empty();
    Optional<Slot> onto = slot(given, "onto", JsonArray.class);
    Optional<Link> end = end(given);
    Set<ReferenceRole> roles = roles(given);
    int most = most(given);
    return image.isEmpty() || onto.isEmpty() || end.isEmpty()
        ? Optional.empty()
        : connected(new ReferenceBranch(image.get(), strength, onto.get(), end.get(), roles, most));
  }

  private Optional<ReferenceBranch> connected(ReferenceBranch branch) {
    Set<String> nodes = branch.nodes(graph);
    boolean whole =
        nodes.contains(branch.end().node())
            && nodes.contains(branch.onto().node())
            && branch.strength().map(Slot::node).stream().allMatch(nodes::contains);
    boolean adds =
        Graphs.link(value(branch.onto())).filter(link -> !nodes.contains(link.node())).isPresent();
    if (!whole) {
      faults.add(PATH, "must name nodes between the image and the end of its branch");
    } else if (!adds) {
      faults.add(PATH + ".onto", "must name an input that comes from outside the branch");
    }
    return whole && adds ? Optional.of(branch) : Optional.empty();
  }

  private Optional<Slot> slot(JsonObject given, String name, Class<? extends JsonValue> kind) {
    Optional<Slot> slot =
        given.get(name) instanceof JsonObject one
                && one.keySet().equals(Set.of("node", "input"))
                && one.get("node") instanceof JsonString node
                && one.get("input") instanceof JsonString input
            ? Optional.of(new Slot(node.getString(), input.getString()))
            : Optional.empty();
    Optional<Slot> there = slot.filter(named -> graph.containsKey(named.node()));
    if (there.filter(named -> kind.isInstance(value(named))).isEmpty()) {
      faults.add(
          PATH + "." + name, "must be {\"node\", \"input\"} of the graph, and hold " + word(kind));
      return Optional.empty();
    }
    return there;
  }

  private static String word(Class<? extends JsonValue> kind) {
    if (kind == JsonArray.class) {
      return "what comes from another node";
    }
    return kind == JsonNumber.class ? "a number" : "the name of a file";
  }

  private JsonValue value(Slot slot) {
    return Graphs.inputs(graph, slot.node()).getOrDefault(slot.input(), JsonValue.NULL);
  }

  private Optional<Link> end(JsonObject given) {
    Optional<Link> end =
        Graphs.link(given.getOrDefault("end", JsonValue.NULL))
            .filter(link -> graph.containsKey(link.node()) && link.output() >= 0);
    if (end.isEmpty()) {
      faults.add(PATH + ".end", "must be [\"id of a node\", number of its output]");
    }
    return end;
  }

  private Set<ReferenceRole> roles(JsonObject given) {
    JsonValue listed = given.get("roles");
    if (listed == null) {
      return EnumSet.allOf(ReferenceRole.class);
    }
    Set<ReferenceRole> roles = EnumSet.noneOf(ReferenceRole.class);
    if (listed instanceof JsonArray all && !all.isEmpty()) {
      all.stream().map(ReferenceReader::role).flatMap(Optional::stream).forEach(roles::add);
      if (roles.size() == all.size()) {
        return roles;
      }
    }
    faults.add(PATH + ".roles", "must be some of image, style, face");
    return roles;
  }

  private static Optional<ReferenceRole> role(JsonValue value) {
    return value instanceof JsonString text
        ? ReferenceRole.parse(text.getString())
        : Optional.empty();
  }

  private int most(JsonObject given) {
    if (!given.containsKey("most")) {
      return Edit.MOST_REFERENCES;
    }
    boolean fine =
        given.get("most") instanceof JsonNumber most
            && most.isIntegral()
            && most.intValue() >= 1
            && most.intValue() <= Edit.MOST_REFERENCES;
    if (!fine) {
      faults.add(PATH + ".most", "must be 1 to " + Edit.MOST_REFERENCES);
    }
    return fine ? given.getInt("most") : 1;
  }
}
