package dev.easel.adapter.provider.sketch.prompt;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a prompt asks for, as far as the painter understands it.
 *
 * @param motifs what to paint, each with its own colour if the prompt gave it one
 * @param hues colours meant for the whole picture, in the order of the prompt
 * @param excluded what must not be in the picture
 * @param unpainted content words nothing could be made of, in order, without repetition
 * @param fingerprint number of the exact prompt, for choices the words leave open
 */
public record Wishes(
    Map<Motif, Optional<Hue>> motifs,
    List<Hue> hues,
    Set<Motif> excluded,
    List<String> unpainted,
    long fingerprint) {

  public boolean has(Motif motif) {
    return motifs.containsKey(motif);
  }

  public boolean hasAny(Motif... any) {
    for (Motif motif : any) {
      if (has(motif)) {
        return true;
      }
    }
    return false;
  }

  public boolean hasKind(Kind kind) {
    return motifs.keySet().stream().anyMatch(m -> m.kind() == kind);
  }

  /** Whether the painter may add the motif of its own accord. */
  public boolean allows(Motif motif) {
    return !excluded.contains(motif);
  }

  public Optional<Hue> hueOf(Motif motif) {
    return motifs.getOrDefault(motif, Optional.empty());
  }

  /** Whether any word of the prompt was understood. */
  public boolean understood() {
    return !motifs.isEmpty() || !hues.isEmpty();
  }
}
