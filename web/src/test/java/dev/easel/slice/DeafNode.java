package dev.easel.slice;

import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.provider.NodeInspector;
import dev.easel.domain.provider.NodePulse;
import dev.easel.domain.provider.NodeTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A kind of node that never answers, so that tests need no network. */
@ApplicationScoped
class DeafNode implements NodeInspector {

  @Override
  public String adapter() {
    return "deaf";
  }

  @Override
  public NodePulse pulse(NodeTarget node) {
    return new NodePulse.Silent("deaf");
  }

  @Override
  public Optional<NodeFacts> inspect(NodeTarget node) {
    return Optional.empty();
  }

  @Override
  public Optional<String> declaration(NodeTarget node, String nodeClass) {
    return Optional.empty();
  }
}
