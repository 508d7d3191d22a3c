package dev.easel.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is to be done with which node. Only its form is checked here; what a node may be, the server
 * says.
 *
 * @param verb such as {@code add}
 * @param target the address of a new node, the name or id of another; empty for {@code list}
 * @param terms what the options say of the node
 * @param json whether the server's answer is wanted as it is
 * @param forced whether work on the node does not matter
 * @param all whether everything the node has is to be shown
 */
record NodeCommand(
    String verb,
    String target,
    Map<String, Object> terms,
    boolean json,
    boolean forced,
    boolean all) {

  private static final List<String> VERBS =
      List.of(
          "add", "list", "show", "set", "probe", "cordon", "uncordon", "drain", "undrain", "canary",
          "release", "remove");

  /**
   * @throws CommandFailure if the arguments make no command
   */
  static NodeCommand of(List<String> arguments) {
    return new Reader(arguments).command();
  }

  boolean needsTerms() {
    return verb.equals("add") || verb.equals("set");
  }

  private static final class Reader {

    private final Deque<String> words;
    private final Map<String, Object> terms = new LinkedHashMap<>();
    private final Map<String, Object> headers = new LinkedHashMap<>();
    private final Map<String, Object> labels = new LinkedHashMap<>();
    private String verb;
    private String target;
    private boolean json;
    private boolean forced;
    private boolean all;

    Reader(List<String> arguments) {
      words = new ArrayDeque<>(arguments);
    }

    NodeCommand command() {
      while (!words.isEmpty()) {
        String word = words.pop();
        if (word.startsWith("-")) {
          takeOption(word);
        } else {
          takeWord(word);
        }
      }
      if (!headers.isEmpty()) {
        terms.put("headers", headers);
      }
      if (!labels.isEmpty()) {
        terms.put("labels", labels);
      }
      return judged(
          new NodeCommand(verb, target == null ? "" : target, terms, json, forced, all));
    }

    private static NodeCommand judged(NodeCommand command) {
      if (command.verb == null) {
        throw new CommandFailure("what is to be done? One of: " + String.join(", ", VERBS));
      }
      if (command.target.isEmpty() && !command.verb.equals("list")) {
        throw new CommandFailure(
            command.verb.equals("add")
                ? "give the address of the node, such as http://10.0.0.5:8188"
                : "give the name or the id of a node");
      }
      if (!command.terms.isEmpty() && !command.needsTerms()) {
        throw new CommandFailure(
            "'" + command.verb + "' takes no " + command.terms.keySet().iterator().next());
      }
      if (command.terms.isEmpty() && command.verb.equals("set")) {
        throw new CommandFailure("what is to be changed? See --help");
      }
      return command;
    }

    private void takeWord(String word) {
      if (verb == null) {
        if (!VERBS.contains(word)) {
          throw new CommandFailure(
              "there is no 'node " + word + "'; one of: " + String.join(", ", VERBS));
        }
        verb = word;
      } else if (target == null && !verb.equals("list")) {
        target = word;
      } else {
        throw new CommandFailure("unexpected argument '" + word + "'; see --help");
      }
    }

    private void takeOption(String option) {
      switch (option) {
        case "--name" -> terms.put("name", OptionValue.text(words, option));
        case "--kind" -> terms.put("kind", OptionValue.text(words, option));
        case "--url" -> terms.put("url", OptionValue.text(words, option));
        case "--header" -> header(OptionValue.text(words, option));
        case "--header-file" -> headerFile(Path.of(OptionValue.text(words, option)));
        case "--label" -> label(OptionValue.text(words, option));
        case "--models" -> terms.put("models", models(OptionValue.text(words, option)));
        case "--tls-identity" -> terms.put("tls_identity", OptionValue.text(words, option));
        case "--max-in-flight" -> terms.put("max_in_flight", OptionValue.number(words, option));
        case "--json" -> json = true;
        case "--force" -> forced = true;
        case "--inventory" -> all = true;
        default -> throw new CommandFailure("unknown option " + option + "; see --help");
      }
    }

    /** The value is not repeated: it is a secret. */
    private void header(String line) {
      int colon = line.indexOf(':');
      if (colon < 1) {
        throw new CommandFailure("a header is 'Name: value'");
      }
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private void headerFile(Path file) {
      try {
        Files.readAllLines(file).stream().filter(line -> !line.isBlank()).forEach(this::header);
      } catch (IOException e) {
        throw new CommandFailure("cannot read " + file + ": " + e.getMessage());
      }
    }

    private void label(String pair) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new CommandFailure("a label is KEY=VALUE, not '" + pair + "'");
      }
      labels.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    /** None for all. */
    private static List<String> models(String list) {
      return Arrays.stream(list.split(",")).map(String::strip).filter(m -> !m.isEmpty()).toList();
    }
  }
}
