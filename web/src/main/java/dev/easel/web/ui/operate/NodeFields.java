package dev.easel.web.ui.operate;

import java.util.Set;

/**
 * What stands in the fields of a node's form.
 *
 * @param labels one {@code name=text} on each line
 * @param models ids of the only ones it may render; none for all it can
 * @param headerNames of the headers it has, whose values nobody is shown
 * @param version of the node the form was made from
 */
public record NodeFields(
    String url,
    String name,
    String kind,
    String maxInFlight,
    String tlsIdentity,
    String labels,
    Set<String> models,
    Set<String> headerNames,
    String version) {

  static NodeFields empty() {
    return new NodeFields("", "", "", "", "", "", Set.of(), Set.of(), "");
  }
}
