package dev.easel.domain.workflow;

import java.util.Optional;
import java.util.Set;

/** Asks a node how it declares its building blocks. Over the network: seconds. */
public interface ClassDeclarations {

  /**
   * @param node id or name of a registered node; empty for any that answers
   * @return empty if there is no such node or it does not answer
   */
  Optional<Declared> of(Optional<String> node, Set<String> classes);

  /**
   * @param node name of the one that answered
   * @param objectInfo a JSON object, class by class as {@code GET /object_info} prints them; a
   *     class the node does not have is not in it
   */
  record Declared(String node, String objectInfo) {}
}
