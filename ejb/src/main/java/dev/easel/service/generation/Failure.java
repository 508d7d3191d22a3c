package dev.easel.service.generation;

import dev.easel.domain.generation.Attempt;
import dev.easel.domain.generation.Generation;
import java.util.List;

/**
 * A generation that failed for reasons of the platform.
 *
 * @param attempts in their order
 */
public record Failure(Generation generation, List<Attempt> attempts) {

  public Failure {
    attempts = List.copyOf(attempts);
  }
}
