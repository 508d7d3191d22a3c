package dev.easel.domain.workflow;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/**
 * What a node has to have to run a workflow.
 *
 * @param kind of node: {@code comfyui}
 * @param classes names of building blocks
 */
public record WorkflowNeeds(String kind, Set<String> classes, Set<ModelFile> files) {

  public WorkflowNeeds {
    classes = Set.copyOf(classes);
    files = Set.copyOf(files);
  }

  /**
   * @param classesThere the building blocks of a node
   * @param filesThere its files by folder
   */
  public boolean metBy(
      Collection<String> classesThere, Map<String, ? extends Collection<String>> filesThere) {
    return classesThere.containsAll(classes)
        && files.stream()
            .allMatch(
                file ->
                    filesThere.containsKey(file.folder())
                        && filesThere.get(file.folder()).contains(file.name()));
  }
}
