package io.rihla.schemas.desk;

/** The keys of {@code desk.commands} and of the function that answers them. */
public final class DeskSubject {
  public static final String SETTINGS = "settings/desk";

  /** The key of the settings in their own topic. */
  public static final String SETTINGS_KEY = "desk";

  private DeskSubject() {}

  public static String campaign(String code) {
    return "campaign/" + code;
  }

  public static String experiment(String name) {
    return "experiment/" + name;
  }
}
