package io.rihla.launcher.demo;

import org.jspecify.annotations.Nullable;

/** Which texts the bot speaks from at what time of the season, and the experiment with them. */
final class Texts {
  static final String EXPERIMENT = "ajakan-booking";
  static final String USUAL = "A";
  static final String BOLD = "B";

  private Texts() {}

  static boolean experimentRuns(Season season, long at) {
    double progress = season.progress(at);
    return progress >= 0.35 && progress < 0.8;
  }

  static String prompt(Season season, long at, @Nullable String variant) {
    double progress = season.progress(at);
    if (BOLD.equals(variant)) {
      return "base:2b";
    }
    return progress < 0.35 ? "base:1" : progress < 0.8 ? "base:2" : "base:3";
  }
}
