package dev.easel.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is to be done with the queue. Only its form is checked here; the rest the server says.
 *
 * @param verb such as {@code pause}
 * @param targets ids of generations
 * @param terms what the options say, as the API has them
 * @param json whether the server's answers are wanted as they are
 */
record QueueCommand(String verb, List<String> targets, Map<String, Object> terms, boolean json) {

  private static final List<String> VERBS =
      List.of("list", "pause", "resume", "front", "move", "expedite", "cancel");

  private static final Map<String, Set<String>> OPTIONS =
      Map.of(
          "list", Set.of("tenant", "model", "lane", "line", "limit"),
          "pause", Set.of("all", "tenant", "model", "lane", "note"),
          "resume", Set.of("all", "tenant", "model", "lane"),
          "move", Set.of("place"));

  /**
   * @throws CommandFailure if the arguments make no command
   */
  static QueueCommand of(List<String> arguments) {
    return new Reader(arguments).command();
  }

  private boolean isOfGenerations() {
    return List.of("front", "move", "expedite", "cancel").contains(verb);
  }

  private void judge() {
    if (verb == null) {
      throw new CommandFailure("what is to be done? One of: " + String.join(", ", VERBS));
    }
    if (isOfGenerations() == targets.isEmpty()) {
      throw new CommandFailure(
          isOfGenerations()
              ? "give the id of a generation"
              : "unexpected argument '" + targets.get(0) + "'; see --help");
    }
    for (String option : terms.keySet()) {
      if (!OPTIONS.getOrDefault(verb, Set.of()).contains(option)) {
        throw new CommandFailure("'" + verb + "' takes no --" + option);
      }
    }
    boolean needsSubject = verb.equals("pause") || verb.equals("resume");
    if (needsSubject && terms.keySet().stream().filter(o -> !o.equals("note")).count() != 1) {
      throw new CommandFailure(
          "what is to " + verb + "? One of --all, --lane L, --tenant T, --model M");
    }
    if (verb.equals("move") && !terms.containsKey("place")) {
      throw new CommandFailure("where to? --place N, 1 for the front");
    }
  }

  private static final class Reader {

    private final Deque<String> words;
    private final Map<String, Object> terms = new LinkedHashMap<>();
    private final List<String> targets = new ArrayList<>();
    private String verb;
    private boolean json;

    Reader(List<String> arguments) {
      words = new ArrayDeque<>(arguments);
    }

    QueueCommand command() {
      while (!words.isEmpty()) {
        String word = words.pop();
        if (word.startsWith("-")) {
          takeOption(word);
        } else if (verb == null) {
          takeVerb(word);
        } else {
          targets.add(word);
        }
      }
      QueueCommand command = new QueueCommand(verb, targets, terms, json);
      command.judge();
      return command;
    }

    private void takeVerb(String word) {
      if (!VERBS.contains(word)) {
        throw new CommandFailure(
            "there is no 'queue " + word + "'; one of: " + String.join(", ", VERBS));
      }
      verb = word;
    }

    private void takeOption(String option) {
      switch (option) {
        case "--json" -> json = true;
        case "--all" -> terms.put("all", true);
        case "--tenant", "--model", "--lane", "--line", "--note" ->
            terms.put(option.substring(2), OptionValue.text(words, option));
        case "--place", "--limit" ->
            terms.put(option.substring(2), OptionValue.number(words, option));
        default -> throw new CommandFailure("unknown option " + option + "; see --help");
      }
    }
  }
}
