package dev.easel.adapter.provider.sketch.prompt;

import dev.easel.adapter.provider.sketch.canvas.Rng;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a prompt and its negative prompt, longest phrases first. */
public final class PromptReader {

  private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{M}\\p{N}'’-]+|[.,;:!?]");
  private static final Set<String> NEGATIONS = Set.of("no", "without", "not", "except", "minus");
  private static final Set<String> LINKS = Set.of("and", "or", "nor");
  private static final int REACH_OF_A_COLOUR = 3;

  private final Map<Motif, Optional<Hue>> motifs = new EnumMap<>(Motif.class);
  private final Set<Hue> hues = new LinkedHashSet<>();
  private final Set<Motif> excluded = EnumSet.noneOf(Motif.class);
  private final Set<String> unpainted = new LinkedHashSet<>();
  private List<String> tokens = List.of();
  private Hue pending;
  private int pendingAt;
  private boolean negated;

  private PromptReader() {}

  public static Wishes read(String prompt, String negativePrompt) {
    PromptReader reader = new PromptReader();
    reader.walk(prompt);
    PromptReader against = new PromptReader();
    against.walk(negativePrompt);
    reader.excluded.addAll(against.motifs.keySet());
    reader.motifs.keySet().removeAll(reader.excluded);
    reader.hues.removeAll(against.hues);
    return new Wishes(
        reader.motifs,
        List.copyOf(reader.hues),
        reader.excluded,
        List.copyOf(reader.unpainted),
        Rng.hash(prompt));
  }

  private void walk(String text) {
    tokens = tokens(text);
    int i = 0;
    while (i < tokens.size()) {
      i += step(i);
    }
    release();
  }

  private static List<String> tokens(String text) {
    List<String> found = new ArrayList<>();
    Matcher m = TOKEN.matcher(text.toLowerCase(Locale.ROOT).replace('’', '\''));
    while (m.find()) {
      found.add(m.group());
    }
    return found;
  }

  /** Reads at token {@code i} and tells how many tokens that took. */
  private int step(int i) {
    for (int length = Math.min(Vocabulary.LONGEST_PHRASE, tokens.size() - i);
        length > 0;
        length--) {
      String phrase = String.join(" ", tokens.subList(i, i + length));
      Optional<Motif> motif = Vocabulary.motif(phrase);
      if (motif.isPresent() && !(length == 1 && Vocabulary.hue(phrase).isPresent())) {
        take(motif.get(), i);
        boolean linked = i + length < tokens.size() && LINKS.contains(tokens.get(i + length));
        negated &= linked;
        return length;
      }
    }
    single(tokens.get(i), i);
    return 1;
  }

  private void single(String word, int i) {
    Optional<Hue> hue = Vocabulary.hue(word);
    if (hue.isPresent()) {
      release();
      pending = hue.get();
      pendingAt = i;
    } else if (NEGATIONS.contains(word)) {
      negated = true;
    } else if (!Character.isLetterOrDigit(word.charAt(0))) {
      negated = false;
      release();
    } else if (!Fillers.contains(word)) {
      compound(word, i);
    }
  }

  /** A word the vocabulary does not have as a whole may consist of words it has. */
  private void compound(String word, int i) {
    boolean found = false;
    if (word.contains("-")) {
      for (String part : word.split("-")) {
        Optional<Motif> motif = Vocabulary.motif(part);
        motif.ifPresent(m -> take(m, i));
        found |= motif.isPresent();
      }
    }
    if (!found && !negated) {
      unpainted.add(word);
    }
  }

  private void take(Motif motif, int i) {
    if (negated) {
      excluded.add(motif);
      return;
    }
    boolean own =
        pending != null && motif.kind().hasOwnColour() && i - pendingAt <= REACH_OF_A_COLOUR;
    Optional<Hue> colour = own ? Optional.of(pending) : Optional.empty();
    motifs.merge(motif, colour, (old, fresh) -> old.isPresent() ? old : fresh);
    if (own) {
      pending = null;
    }
  }

  /** A colour without a noun of its own is meant for the whole picture. */
  private void release() {
    if (pending != null) {
      hues.add(pending);
      pending = null;
    }
  }
}
