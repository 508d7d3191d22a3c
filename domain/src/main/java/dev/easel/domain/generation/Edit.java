package dev.easel.domain.generation;

import java.util.List;

/**
 * What an order says beyond the parameters all models share: how its image is to be edited.
 *
 * @param settings the operation's own parameters as a JSON object, checked and with every default
 *     filled in; {@code {}} if it has none
 * @param references further images, in the order they were given
 */
public record Edit(String settings, List<Reference> references) {

  /** UTF-16 units the schema has room for. */
  public static final int LONGEST_SETTINGS = 20_000;

  public static final int MOST_REFERENCES = 16;

  public static final Edit NONE = new Edit("{}", List.of());

  public Edit {
    references = List.copyOf(references);
  }

  public static Edit of(String settings) {
    return new Edit(settings, List.of());
  }
}
