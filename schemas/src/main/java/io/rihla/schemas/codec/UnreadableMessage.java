package io.rihla.schemas.codec;

/** Bytes that are no known version of the message they should be. */
public final class UnreadableMessage extends RuntimeException {
  public UnreadableMessage(Class<?> type, Throwable cause) {
    super("not a readable " + type.getSimpleName() + ": " + cause.getMessage(), cause);
  }
}
