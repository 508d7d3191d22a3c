package dev.easel.cli;

import java.io.PrintStream;
import java.util.List;

/** Rows of words below each other. */
final class Columns {

  private Columns() {}

  static void print(List<List<String>> rows, PrintStream out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
        boolean last = column == row.size() - 1;
        String gap = " ".repeat(width - row.get(at).length() + 2);
        line.append(row.get(column)).append(last ? "" : gap);
      }
      out.println(line);
    }
  }
}
