package dev.easel.service.node;

import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodeInspector;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The kinds of nodes this server can talk to, and who talks to them. */
@ApplicationScoped
public class Inspectors {

  private static final Logger LOG = Logger.getLogger(Inspectors.class.getName());

  @Inject @Any Instance<NodeInspector> found;

  private final Map<String, NodeInspector> byKind = new TreeMap<>();

  @PostConstruct
  void index() {
    found.forEach(this::add);
  }

  void add(NodeInspector inspector) {
    byKind.put(inspector.adapter(), inspector);
  }

  public Set<String> kinds() {
    return Set.copyOf(byKind.keySet());
  }

  /** A defect of ours must not pass for an answer, nor end the watch over the others. */
  NodePulse pulse(NodeTarget node) {
    NodeInspector inspector = byKind.get(node.kind());
    if (inspector == null) {
      return new NodePulse.Silent("no adapter speaks " + node.kind());
    }
    try {
      return inspector.pulse(node);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The probe of " + node + " broke");
      return new NodePulse.Silent("the probe broke");
    }
  }

  Optional<NodeFacts> inspect(NodeTarget node) {
    NodeInspector inspector = byKind.get(node.kind());
    if (inspector == null) {
      return Optional.empty();
    }
    try {
      return inspector.inspect(node);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The look at " + node + " broke");
      return Optional.empty();
    }
  }

  List<NodeFacts.Device> devices(NodeTarget node) {
    try {
      return Optional.ofNullable(byKind.get(node.kind()))
          .map(inspector -> inspector.devices(node))
          .orElse(List.of());
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "The devices of " + node + " could not be read");
      return List.of();
    }
  }

  Optional<String> declaration(NodeTarget node, String nodeClass) {
    return Optional.ofNullable(byKind.get(node.kind()))
        .flatMap(inspector -> inspector.declaration(node, nodeClass));
  }
}
