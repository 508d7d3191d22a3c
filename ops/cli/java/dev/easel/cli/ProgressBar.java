package dev.easel.cli;

import java.io.PrintStream;
import java.util.Locale;

/**
 * One line that is drawn over and over on a terminal; elsewhere a line only when the state changes.
 */
final class ProgressBar {

  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private final long began = System.nanoTime();
  private String last = "";

  ProgressBar(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void queued(String reason, long position) {
    String place = position > 0 ? ", position " + position : "";
    draw(0, "queued" + (reason == null ? "" : ": " + reason.replace('_', ' ')) + place);
  }

  /**
   * @param fraction from 0 to 1
   */
  void running(double fraction) {
    draw(fraction, "painting");
  }

  void done() {
    draw(1, "done");
    end();
  }

  /** Leaves the line as it is, so that what follows starts on a line of its own. */
  void end() {
    if (terminal && !last.isEmpty()) {
      out.println();
    }
    last = "";
  }

  private void draw(double fraction, String state) {
    double shown = Math.max(0, Math.min(1, fraction));
    if (!terminal) {
      if (!state.equals(last)) {
        out.println(state);
      }
      last = state;
      return;
    }
    int filled = (int) Math.round(shown * WIDTH);
    String line =
        String.format(
            Locale.ROOT,
            "[%s%s] %3d %%  %5.1f s  %s",
            "#".repeat(filled),
            ".".repeat(WIDTH - filled),
            Math.round(shown * 100),
            (System.nanoTime() - began) / 1e9,
            state);
    out.print("\r" + line + " ".repeat(Math.max(0, last.length() - line.length())));
    out.flush();
    last = line;
  }
}
