package io.rihla.launcher.supervise;

import java.io.Console;
import java.util.Optional;

/** The person in front of this process, if there is one. */
public final class Terminal {
  private Terminal() {}

  public static boolean isPresent() {
    return console().map(Console::isTerminal).orElse(false);
  }

  /** Asks for a line; empty when nobody is there. */
  public static String ask(String question) {
    return console().map(console -> console.readLine("%s", question)).orElse("");
  }

  private static Optional<Console> console() {
    return Optional.ofNullable(System.console());
  }
}
