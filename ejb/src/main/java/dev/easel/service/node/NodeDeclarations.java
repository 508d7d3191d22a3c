package dev.easel.service.node;

import dev.easel.domain.node.Health;
import dev.easel.domain.workflow.ClassDeclarations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Asks the nodes of the fleet how they declare their building blocks. */
@ApplicationScoped
public class NodeDeclarations implements ClassDeclarations {

  private static final JsonProvider JSON = JsonProvider.provider();

  @Inject Fleet fleet;
  @Inject Inspectors inspectors;

  @Override
  public Optional<Declared> of(Optional<String> node, Set<String> classes) {
    return candidates(node)
        .filter(candidate -> candidate.health() != Health.DOWN)
        .sorted(Comparator.comparingLong(candidate -> missing(candidate, classes)))
        .limit(3)
        .map(candidate -> declared(candidate, classes))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Stream<FleetNode> candidates(Optional<String> node) {
    return fleet.nodes().stream()
        .filter(
            candidate ->
                node.isEmpty()
                    || candidate.id().equals(node.get())
                    || candidate.target().name().equals(node.get()));
  }

  private static long missing(FleetNode node, Set<String> classes) {
    return classes.stream().filter(name -> !node.inventory().nodeClasses().contains(name)).count();
  }

  /**
   * A node of which nothing is known at all tells nothing; nor does one that keeps silent about
   * what it has: to take that for a lack would condemn the workflow.
   */
  private Optional<Declared> declared(FleetNode node, Set<String> classes) {
    JsonObjectBuilder all = JSON.createObjectBuilder();
    int found = 0;
    for (String name : classes) {
      Optional<String> one = inspectors.declaration(node.target(), name);
      if (one.isPresent()) {
        add(all, name, one.get());
        found++;
      } else if (node.inventory().nodeClasses().contains(name)) {
        return Optional.empty();
      }
    }
    return found == 0
        ? Optional.empty()
        : Optional.of(new Declared(node.target().name(), all.build().toString()));
  }

  private static void add(JsonObjectBuilder all, String name, String declaration) {
    try (JsonReader reader = JSON.createReader(new StringReader(declaration))) {
      all.add(name, reader.readObject());
    }
  }
}
