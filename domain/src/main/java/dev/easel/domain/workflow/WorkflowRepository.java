package dev.easel.domain.workflow;

import java.util.List;
import java.util.Optional;

/** Workflows as they are stored; some dozens, so they are read whole. */
public interface WorkflowRepository {

  void add(Workflow workflow);

  Optional<Workflow> find(String id);

  /** Keeps other transactions from changing it until this one ends. */
  Optional<Workflow> lock(String id);

  /** In the order in which they are tried: by preference, then by id. */
  List<Workflow> all();

  void remove(Workflow workflow);

  /** Writes what was changed, with the new version. */
  void flush();
}
