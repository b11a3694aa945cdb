package io.rihla.launcher.waha;

import io.rihla.schemas.identity.ChatId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes to the agency.
 *
 * @param id short name within the simulator
 * @param phone E.164 digits
 * @param lid digits of the linked id
 */
public record Customer(
    String id, String name, @Nullable String phone, @Nullable String lid, Addressing addressing) {

  public Customer {
    if (addressing == Addressing.PHONE ? phone == null : lid == null) {
      throw new BadCall(
          "a customer addressed by %s needs a %s"
              .formatted(addressing.word(), addressing == Addressing.PHONE ? "phone" : "lid"));
    }
  }

  /** The chat as WhatsApp names it. */
  public ChatId chat() {
    return addressing == Addressing.PHONE ? phoneChat().orElseThrow() : lidChat().orElseThrow();
  }

  /** The other name of the chat, where the engine's data carries it. */
  public Optional<ChatId> alternate() {
    return switch (addressing) {
      case PHONE -> lidChat();
      case LID -> phoneChat();
      case LID_WITHOUT_ALTERNATE, LID_UNRESOLVABLE -> Optional.empty();
    };
  }

  /** What the lids call tells. */
  public Optional<ChatId> resolvedPhone() {
    return addressing == Addressing.LID_UNRESOLVABLE ? Optional.empty() : phoneChat();
  }

  public Optional<ChatId> phoneChat() {
    return Optional.ofNullable(phone).map(ChatId::ofPhone);
  }

  public Optional<ChatId> lidChat() {
    return Optional.ofNullable(lid).map(digits -> new ChatId(digits, "lid"));
  }
}
