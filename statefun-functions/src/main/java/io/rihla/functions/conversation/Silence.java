package io.rihla.functions.conversation;

import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.identity.CampaignCode;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where the bot keeps out: numbers it ignores, chats older than itself, and what is switched off.
 */
final class Silence {
  private final Supplier<DeskSettings> settings;
  private final Catalog catalog;

  Silence(Supplier<DeskSettings> settings, Catalog catalog) {
    this.settings = settings;
    this.catalog = catalog;
  }

  /** Why a message is recorded and nothing else: no journey, no phase, no thought. */
  Optional<IgnoreReason> about(
      ConversationState state, WhatsAppEvent event, InboundMessage message) {
    if (event.channel() == Channel.API) {
      return Optional.empty();
    }
    if (ignores(event.phone()) || ignores(state.phone())) {
      return Optional.of(IgnoreReason.IGNORE_LIST);
    }
    return state.existingChat() && !invites(message)
        ? Optional.of(IgnoreReason.BEFORE_GO_LIVE)
        : Optional.empty();
  }

  /** In this chat or in all. */
  boolean isOff(ConversationState state) {
    return state.botOff() || !settings.get().botOn();
  }

  boolean ignores(@org.jspecify.annotations.Nullable String phone) {
    return phone != null && settings.get().ignored().contains(phone);
  }

  /** A customer who comes with a campaign asks for the bot. */
  private boolean invites(InboundMessage message) {
    String text = message.text();
    return message.ad() != null
        || (text != null
            && CampaignCode.findAll(text).stream()
                .anyMatch(code -> catalog.soldAs(code.value()).isPresent()));
  }

  /** Nobody will answer what waits. */
  static void ignoreAll(Ledger ledger, IgnoreReason reason) {
    List<BurstMessage> burst = ledger.state().burst();
    burst.forEach(
        message -> ledger.write(Ledger.SYSTEM, new MessageIgnored(message.messageId(), reason)));
  }
}
