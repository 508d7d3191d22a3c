package dev.easel.adapter.provider.sketch.figure;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** All figures of the data file, by name. */
final class Menagerie {

  private static final String FILE = "figures.txt";
  private static final Map<String, Figure> FIGURES = load();

  private Menagerie() {}

  static Figure named(String name) {
    Figure figure = FIGURES.get(name);
    if (figure == null) {
      throw new IllegalArgumentException("No such figure: " + name);
    }
    return figure;
  }

  private static Map<String, Figure> load() {
    Map<String, Figure> figures = new HashMap<>();
    try (InputStream in = Menagerie.class.getResourceAsStream(FILE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Figure current = Figure.empty();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        current = read(line.strip(), current, figures);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return figures;
  }

  private static Figure read(String line, Figure current, Map<String, Figure> figures) {
    if (line.isEmpty() || line.startsWith("#")) {
      return current;
    }
    String[] parts = line.split("\\s+");
    if (parts[0].equals("figure")) {
      return figures.computeIfAbsent(parts[1], name -> Figure.empty());
    }
    float[] numbers = new float[parts.length - 1];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = Float.parseFloat(parts[i + 1]);
    }
    current.read(parts[0], numbers);
    return current;
  }
}
