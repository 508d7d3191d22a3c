package dev.easel.domain.node;

import dev.easel.domain.provider.NodeFacts;
import dev.easel.domain.shared.StoredText;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a node has.
 *
 * @param models file names by kind of model: {@code checkpoints}, {@code loras} …
 * @param nodeClasses building blocks of workflows
 */
public record Inventory(
    Map<String, Set<String>> models,
    Set<String> nodeClasses,
    Set<String> samplers,
    Set<String> schedulers) {

  /** UTF-16 units of an inventory as text. */
  public static final int LONGEST_TEXT = 1_000_000;

  private static final String CLASS = "class";
  private static final String SAMPLER = "sampler";
  private static final String SCHEDULER = "scheduler";
  private static final String MODEL = "model";

  public Inventory {
    models = Map.copyOf(models);
    nodeClasses = Set.copyOf(nodeClasses);
    samplers = Set.copyOf(samplers);
    schedulers = Set.copyOf(schedulers);
  }

  /** Of a node that was never looked at. */
  public static Inventory none() {
    return new Inventory(Map.of(), Set.of(), Set.of(), Set.of());
  }

  public static Inventory of(NodeFacts facts) {
    return new Inventory(facts.models(), facts.nodeClasses(), facts.samplers(), facts.schedulers());
  }

  /** How many files there are of a kind. */
  public int count(String kind) {
    return models.getOrDefault(kind, Set.of()).size();
  }

  /**
   * One thing to a line, always in the same order. What does not fit is left out, least needed
   * last: a node with that many files is shown with fewer rather than not at all.
   */
  public String text() {
    StringBuilder text = new StringBuilder();
    lines(text, CLASS, nodeClasses);
    lines(text, SAMPLER, samplers);
    lines(text, SCHEDULER, schedulers);
    new TreeMap<>(models).forEach((kind, names) -> lines(text, MODEL + "\t" + kind, names));
    return text.toString();
  }

  private static void lines(StringBuilder text, String what, Collection<String> names) {
    for (String name : new TreeSet<>(names)) {
      String line = what + "\t" + name + "\n";
      boolean plain = name.indexOf('\t') < 0 && name.lines().count() == 1;
      if (plain && StoredText.isStorable(name) && text.length() + line.length() <= LONGEST_TEXT) {
        text.append(line);
      }
    }
  }

  /** Reads what {@link #text} wrote. */
  public static Inventory parse(String text) {
    Map<String, Set<String>> models = new TreeMap<>();
    Map<String, Set<String>> others = new TreeMap<>();
    text.lines()
        .map(line -> line.split("\t", -1))
        .forEach(
            parts -> {
              boolean model = parts[0].equals(MODEL);
              (model ? models : others)
                  .computeIfAbsent(parts[model ? 1 : 0], kind -> new TreeSet<>())
                  .add(parts[parts.length - 1]);
            });
    return new Inventory(
        models,
        others.getOrDefault(CLASS, Set.of()),
        others.getOrDefault(SAMPLER, Set.of()),
        others.getOrDefault(SCHEDULER, Set.of()));
  }
}
