package io.rihla.launcher.waha;

/** How far an own message got. */
public enum Ack {
  PENDING(0),
  SERVER(1),
  DEVICE(2),
  READ(3);

  private final int number;

  Ack(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }
}
