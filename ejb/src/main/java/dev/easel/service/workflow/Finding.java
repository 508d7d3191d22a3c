package dev.easel.service.workflow;

import java.util.Optional;

/**
 * What a check found in a workflow.
 *
 * @param grave whether the workflow cannot be enabled with it
 * @param code snake_case, such as {@code unknown_class}
 * @param node id of the node it is about; empty for the whole graph
 * @param input of that node; empty for the whole node
 * @param message one English sentence for administrators
 */
public record Finding(
    boolean grave, String code, Optional<String> node, Optional<String> input, String message) {

  static Finding error(String code, String node, String input, String message) {
    return new Finding(true, code, Optional.of(node), Optional.of(input), message);
  }

  static Finding atNode(String code, String node, String message) {
    return new Finding(true, code, Optional.of(node), Optional.empty(), message);
  }

  static Finding error(String code, String message) {
    return new Finding(true, code, Optional.empty(), Optional.empty(), message);
  }

  static Finding warning(String code, String node, String input, String message) {
    return new Finding(false, code, Optional.of(node), Optional.of(input), message);
  }
}
