package io.rihla.launcher.clickhouse;

import io.rihla.launcher.supervise.Terminal;
import java.io.PrintStream;

/** How a long fetch shows itself: a bar on a terminal, a line per tenth elsewhere. */
public final class Progress {
  private static final int WIDTH = 30;

  private final PrintStream out;
  private final boolean terminal;
  private int lastTenth = -1;
  private boolean barOpen;

  public Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  public static Progress standard() {
    return new Progress(System.err, Terminal.isPresent());
  }

  void at(String what, long bytes, long total) {
    int percent = (int) Math.min(100, bytes * 100 / total);
    if (terminal) {
      int filled = percent * WIDTH / 100;
      out.printf(
          "\r%s [%s%s] %d of %d MB",
          what, "#".repeat(filled), " ".repeat(WIDTH - filled), bytes >> 20, total >> 20);
      out.flush();
      barOpen = true;
    } else if (percent / 10 != lastTenth) {
      lastTenth = percent / 10;
      out.printf("%s: %d of %d MB%n", what, bytes >> 20, total >> 20);
    }
  }

  void step(String what) {
    done();
    out.println(what);
  }

  void done() {
    if (barOpen) {
      out.println();
      barOpen = false;
    }
  }
}
