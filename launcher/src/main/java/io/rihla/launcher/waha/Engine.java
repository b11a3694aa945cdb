package io.rihla.launcher.waha;

/** The WhatsApp library inside WAHA; each has its own shapes. */
public enum Engine {
  NOWEB("2026.4.3"),
  GOWS("2026.4.3"),
  WEBJS("2026.4.3");

  private final String version;

  Engine(String version) {
    this.version = version;
  }

  /** The WAHA version whose shapes are imitated. */
  public String version() {
    return version;
  }

  /** Whether a send may choose its own message id. */
  public boolean takesMessageIds() {
    return this != WEBJS;
  }
}
