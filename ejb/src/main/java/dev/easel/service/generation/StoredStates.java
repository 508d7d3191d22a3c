package dev.easel.service.generation;

import dev.easel.domain.generation.Generation;
import dev.easel.domain.generation.GenerationRepository;
import dev.easel.domain.generation.GenerationStatus;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Reads how generations stand, in a transaction of its own: threads that are in none may share an
 * entity manager on Payara.
 */
@Stateless
public class StoredStates {

  @Inject GenerationRepository generations;

  public Optional<Generation> find(String id) {
    return generations.find(id);
  }

  /** Those of them that have ended, and how. */
  public Map<String, GenerationStatus> endedAmong(Collection<String> ids) {
    return generations.endedAmong(ids);
  }
}
