package dev.easel.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command line asks for. Only its form is checked here; what a model accepts, the server
 * says.
 *
 * @param request the body of the API request
 * @param prompt the words, also used for the default file name
 * @param format file name extension of the result: png, jpg or webp
 * @param output where to write, or null for a name made from the prompt
 * @param patience how long to wait for the result
 */
record Order(
    Map<String, Object> request, String prompt, String format, Path output, Duration patience) {

  private static final Pattern SIZE = Pattern.compile("([0-9]{1,5})[xX×]([0-9]{1,5})");
  private static final List<String> FORMATS = List.of("png", "jpg", "webp");

  /**
   * @param defaultModel the model when the arguments name none; empty leaves it to the server
   * @throws CommandFailure if the arguments make no order
   */
  static Order of(List<String> arguments, String defaultModel) {
    return new Reader(arguments).order(defaultModel);
  }

  private static final class Reader {

    private final Deque<String> words;
    private final Map<String, Object> request = new LinkedHashMap<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();
    private String prompt;
    private String format;
    private Path output;
    private Duration patience = Duration.ofMinutes(15);

    Reader(List<String> arguments) {
      words = new ArrayDeque<>(arguments);
    }

    Order order(String defaultModel) {
      if (!defaultModel.isEmpty()) {
        request.put("model", defaultModel);
      }
      boolean optionsOver = false;
      while (!words.isEmpty()) {
        String word = words.pop();
        if (optionsOver || !word.startsWith("-")) {
          takePrompt(word);
        } else if (word.equals("--")) {
          optionsOver = true;
        } else {
          takeOption(word);
        }
      }
      return finished();
    }

    private Order finished() {
      if (prompt == null || prompt.isBlank()) {
        throw new CommandFailure("what shall be painted? Give a prompt in quotes; see --help");
      }
      if (format == null) {
        format = output == null ? "png" : formatOf(output);
      }
      request.put("prompt", prompt);
      request.put("parameters", parameters);
      request.put("output", Map.of("format", format));
      return new Order(request, prompt, format, output, patience);
    }

    private void takePrompt(String word) {
      if (prompt != null) {
        throw new CommandFailure("there are two prompts; put all words of one into quotes");
      }
      prompt = word;
    }

    private void takeOption(String option) {
      switch (option) {
        case "--model" -> request.put("model", OptionValue.text(words, option));
        case "--negative" -> request.put("negative_prompt", OptionValue.text(words, option));
        case "--size" -> size(OptionValue.text(words, option));
        case "--n" -> parameters.put("num_outputs", OptionValue.number(words, option));
        case "--seed" -> parameters.put("seed", OptionValue.number(words, option));
        case "--steps" -> parameters.put("num_inference_steps", OptionValue.number(words, option));
        case "--format" -> format = format(OptionValue.text(words, option));
        case "--timeout" ->
            patience = Duration.ofSeconds(Math.max(1, OptionValue.number(words, option)));
        case "-o", "--output" -> output = Path.of(OptionValue.text(words, option));
        default -> throw new CommandFailure("unknown option " + option + "; see --help");
      }
    }

    private void size(String value) {
      Matcher size = SIZE.matcher(value);
      if (!size.matches()) {
        throw new CommandFailure("--size is WIDTHxHEIGHT, like 1024x768, not '" + value + "'");
      }
      parameters.put("width", Long.valueOf(size.group(1)));
      parameters.put("height", Long.valueOf(size.group(2)));
    }

    private static String format(String value) {
      String format = value.toLowerCase(Locale.ROOT).replace("jpeg", "jpg");
      if (!FORMATS.contains(format)) {
        throw new CommandFailure("--format is png, jpeg or webp, not '" + value + "'");
      }
      return format;
    }

    private static String formatOf(Path output) {
      String name = output.toString().toLowerCase(Locale.ROOT).replaceFirst("jpeg$", "jpg");
      return FORMATS.stream().filter(f -> name.endsWith("." + f)).findFirst().orElse("png");
    }
  }
}
