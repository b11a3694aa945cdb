package io.rihla.launcher.supervise;

import java.io.PrintStream;

/** The terminal, shared by all processes: whole lines, each with the name of who said it. */
public final class Console {
  private static final int[] COLOURS = {36, 33, 35, 32, 34, 96, 93, 95};
  private static final int NAME_WIDTH = 10;

  private final PrintStream out;
  private final boolean colour;

  public Console(PrintStream out, boolean colour) {
    this.out = out;
    this.colour = colour;
  }

  /** Colours on a terminal, unless the person asked for none (no-color.org). */
  public static Console standard() {
    return new Console(System.out, Terminal.isPresent() && System.getenv("NO_COLOR") == null);
  }

  public void line(String name, String text) {
    String padded = name + " ".repeat(Math.max(0, NAME_WIDTH - name.length()));
    if (colour) {
      int shade = COLOURS[Math.floorMod(name.hashCode(), COLOURS.length)];
      write("\u001b[" + shade + "m" + padded + " |\u001b[0m " + text);
    } else {
      write(padded + " | " + text);
    }
  }

  /** A line of the supervisor itself. */
  public void say(String text) {
    write(colour ? "\u001b[1m" + text + "\u001b[0m" : text);
  }

  private synchronized void write(String line) {
    out.println(line);
    out.flush();
  }
}
