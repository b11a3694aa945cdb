package io.rihla.api.reading;

import io.rihla.schemas.identity.MessageId;
import io.rihla.schemas.whatsapp.Ack;
import io.rihla.schemas.whatsapp.AckLevel;
import io.rihla.schemas.whatsapp.InboundMessage;
import io.rihla.schemas.whatsapp.MessageEdit;
import io.rihla.schemas.whatsapp.MessageRevoke;
import io.rihla.schemas.whatsapp.OwnMessage;
import io.rihla.schemas.whatsapp.Reaction;
import io.rihla.schemas.whatsapp.WhatsAppSignal;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one payload of the {@code message…} events. */
record Messages(Source source, Fields payload) {

  Reading message() {
    NativeMessage inner = NativeMessage.of(payload);
    if (inner.isNotice()) {
      return Ignored.because(Ignored.Reason.NOTICE, source.event());
    }
    return about(addresses -> said(addresses, inner));
  }

  private WhatsAppSignal said(Addresses addresses, NativeMessage inner) {
    Content content = Content.of(payload, inner);
    if (addresses.fromMe()) {
      return new OwnMessage(
          content.kind(),
          content.text().orElse(null),
          content.media().orElse(null),
          content.location().orElse(null),
          payload.text("source").orElse(null));
    }
    return new InboundMessage(
        content.kind(),
        content.text().orElse(null),
        content.media().orElse(null),
        content.location().orElse(null),
        content.contacts(),
        payload.text("replyTo", "id").map(Ids::bare).orElse(null),
        AdReader.read(inner).orElse(null));
  }

  Reading edit() {
    NativeMessage inner = NativeMessage.of(payload);
    Optional<String> target =
        Fields.first(payload.text("editedMessageId"), inner.edit().text("key", "id"));
    return target.isEmpty()
        ? new Unreadable("NO_TARGET", "message.edited names no edited message")
        : about(
            addresses ->
                new MessageEdit(
                    Ids.bare(target.get()),
                    Fields.first(payload.text("body"), inner.editedText()).orElse(null)));
  }

  Reading reaction() {
    Optional<String> target = payload.text("reaction", "messageId");
    return target.isEmpty()
        ? new Unreadable("NO_TARGET", "message.reaction names no message")
        : about(
            addresses ->
                new Reaction(
                    Ids.bare(target.get()), payload.text("reaction", "text").orElse(null)));
  }

  /** The revoked message is only there as what it was before or became after. */
  static Reading revoke(Source source, Fields payload) {
    Fields after = payload.at("after");
    Fields before = payload.at("before");
    Fields message = after.isObject() ? after : before;
    Optional<String> target =
        Fields.first(payload.text("revokedMessageId"), Ids.text(before), Ids.text(after));
    if (target.isEmpty() || !message.isObject()) {
      return new Unreadable("NO_TARGET", "message.revoked names no message or no chat");
    }
    return new Messages(source, message)
        .about(addresses -> new MessageRevoke(Ids.bare(target.get())));
  }

  Reading ack() {
    Optional<AckLevel> level = level();
    if (level.isEmpty()) {
      return new Unreadable("NO_ACK", "message.ack without a known level");
    }
    Reading reading = about(addresses -> new Ack(level.get()));
    return switch (reading) {
      case Inbound inbound when !inbound.fromMe() ->
          new Ignored(Ignored.Reason.SELF_READ, source.event(), Optional.of(inbound.chat()), level);
      case Ignored ignored -> new Ignored(ignored.reason(), ignored.event(), ignored.chat(), level);
      case Inbound _, SessionStatus _, Unreadable _ -> reading;
    };
  }

  private Optional<AckLevel> level() {
    OptionalDouble number = payload.number("ack");
    Optional<AckLevel> numbered =
        number.isEmpty() ? Optional.empty() : Optional.ofNullable(level(number.getAsDouble()));
    return numbered.or(
        () ->
            payload
                .text("ackName")
                .flatMap(
                    name ->
                        Arrays.stream(AckLevel.values())
                            .filter(level -> level.name().equalsIgnoreCase(name))
                            .findFirst()));
  }

  private static @Nullable AckLevel level(double number) {
    return switch ((int) Math.round(number)) {
      case -1 -> AckLevel.ERROR;
      case 0 -> AckLevel.PENDING;
      case 1 -> AckLevel.SERVER;
      case 2 -> AckLevel.DEVICE;
      case 3 -> AckLevel.READ;
      case 4 -> AckLevel.PLAYED;
      default -> null;
    };
  }

  private Reading about(Function<Addresses, WhatsAppSignal> signal) {
    Optional<MessageId> id = Ids.of(payload);
    if (id.isEmpty()) {
      return new Unreadable("NO_ID", source.event() + " without a message id");
    }
    Optional<Addresses> found = Addresses.of(payload, source.me(), id.get(), source.isWebjs());
    if (found.isEmpty()) {
      return new Unreadable("NO_CHAT", source.event() + " names no chat");
    }
    Addresses addresses = found.get();
    if (!addresses.chat().isDirect()) {
      return Ignored.because(Ignored.Reason.NOT_DIRECT, source.event(), addresses.chat());
    }
    if (addresses.isOwn(source.me())) {
      return Ignored.because(Ignored.Reason.OWN_CHAT, source.event(), addresses.chat());
    }
    if (addresses.phone().isEmpty() && addresses.lid().isEmpty()) {
      return new Unreadable("NO_CUSTOMER", source.event() + " names a chat without digits");
    }
    return inbound(addresses, signal.apply(addresses));
  }

  private Inbound inbound(Addresses addresses, WhatsAppSignal signal) {
    OptionalLong written = Times.ofMessage(payload);
    Optional<String> name =
        addresses.fromMe()
            ? Optional.empty()
            : Fields.first(
                payload.text("_data", "pushName"),
                payload.text("_data", "Info", "PushName"),
                payload.text("_data", "notifyName"));
    return new Inbound(
        source.eventId(),
        source.signedAt().isPresent() ? source.signedAt() : written,
        written.isPresent() ? written : source.signedAt(),
        new Contact(addresses.phone(), addresses.lid(), name),
        source.session(),
        addresses.chat(),
        addresses.id().bare(),
        addresses.fromMe(),
        source.engine(),
        signal);
  }
}
