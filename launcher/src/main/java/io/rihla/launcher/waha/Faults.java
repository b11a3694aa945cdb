package io.rihla.launcher.waha;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * What the simulator does wrong on purpose.
 *
 * @param sends what happens to sends
 * @param count how many sends it happens to, 0 for all until cleared
 * @param acks how far own messages get by themselves
 * @param downMs for how long from now every call of WAHA's own API fails
 */
public record Faults(SendFault sends, int count, WebhookFaults webhooks, Ack acks, int downMs) {
  static final Faults NONE =
      new Faults(SendFault.NONE, 0, new WebhookFaults(false, false, false, false, 0), Ack.READ, 0);

  /** Absent fields mean no fault. */
  @SuppressWarnings("NullAway") // the JSON of a caller may leave out everything
  public Faults {
    sends = sends == null ? SendFault.NONE : sends;
    webhooks = webhooks == null ? new WebhookFaults(false, false, false, false, 0) : webhooks;
    acks = acks == null ? Ack.READ : acks;
  }

  /**
   * @param duplicate every webhook is posted twice
   * @param twins a customer's message also comes under the other name of the chat
   * @param shuffle webhooks overtake each other
   * @param drop webhooks are never posted
   * @param delayMs they come that much later
   */
  public record WebhookFaults(
      boolean duplicate, boolean twins, boolean shuffle, boolean drop, int delayMs) {}

  /** What happens to a send. */
  public enum SendFault {
    NONE,
    /** answered 500, not sent */
    ERROR_500,
    /** answered 422 as if the session were down, not sent */
    ERROR_422,
    /** sent, never answered */
    TIMEOUT_AFTER_ACCEPT,
    /** neither sent nor answered */
    HANG;

    @JsonValue
    public String word() {
      return switch (this) {
        case ERROR_500 -> "500";
        case ERROR_422 -> "422";
        case NONE, TIMEOUT_AFTER_ACCEPT, HANG -> name().toLowerCase(Locale.ROOT);
      };
    }
  }
}
