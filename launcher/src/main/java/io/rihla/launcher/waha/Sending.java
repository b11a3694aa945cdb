package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.launcher.waha.CallLog.Outcome;
import io.rihla.schemas.identity.ChatId;
import io.rihla.schemas.identity.MessageId;
import java.time.Clock;

/**
 * The send calls. A message is in the chat before its call is answered; a second send with the same
 * id is accepted and changes nothing, on the engines that take ids.
 */
final class Sending {
  private final SimulatorSettings settings;
  private final WhatsApp whatsApp;
  private final Session session;
  private final FaultSwitches faults;
  private final Shape shape;
  private final MediaFolder media;
  private final FileSource files;
  private final Clock clock;

  Sending(
      SimulatorSettings settings,
      WhatsApp whatsApp,
      Session session,
      FaultSwitches faults,
      Shape shape,
      MediaFolder media,
      FileSource files,
      Clock clock) {
    this.settings = settings;
    this.whatsApp = whatsApp;
    this.session = session;
    this.faults = faults;
    this.shape = shape;
    this.media = media;
    this.files = files;
    this.clock = clock;
  }

  /** Reads what is to be shown out of a call's body. */
  interface ContentReader {
    Content read(JsonNode body, String messageId)
        throws FileSource.Unavailable, InterruptedException;
  }

  Answer send(String path, JsonNode body, ContentReader reader) throws InterruptedException {
    String name = body.path("session").asText(Own.SESSION);
    if (!name.equals(Own.SESSION)) {
      return Answer.noSession(name);
    }
    Customer customer = customer(body);
    if (!session.works()) {
      return Answer.notWorking(session.status());
    }
    Faults.SendFault fault = faults.takeForSend();
    return switch (fault) {
      case ERROR_500 -> Answer.failed("simulated failure", path);
      case ERROR_422 -> Answer.notWorking(Session.Status.FAILED);
      case HANG -> Answer.unanswered();
      case NONE, TIMEOUT_AFTER_ACCEPT -> {
        boolean silent = fault == Faults.SendFault.TIMEOUT_AFTER_ACCEPT;
        yield deliver(path, body, reader, customer, silent);
      }
    };
  }

  private Answer deliver(
      String path, JsonNode body, ContentReader reader, Customer customer, boolean silent)
      throws InterruptedException {
    String id = messageId(body);
    Message message;
    try {
      Content content = reader.read(body, id);
      message =
          Message.of(id, customer.id(), true, "api", clock.millis(), content)
              .withReplyTo(
                  body.hasNonNull("reply_to")
                      ? MessageId.parse(body.get("reply_to").asText()).bare()
                      : null);
    } catch (FileSource.Unavailable e) {
      return Answer.failed(String.valueOf(e.getMessage()), path);
    }
    boolean fresh = whatsApp.send(message, customer);
    Outcome outcome = silent ? Outcome.SENT_UNANSWERED : fresh ? Outcome.SENT : Outcome.REPEATED;
    return Answer.of(outcome, shape.sent(message, customer), message);
  }

  void seen(Customer customer) {
    whatsApp.seen(customer);
  }

  Customer customer(JsonNode body) {
    String chatId = body.path("chatId").asText("");
    ChatId chat =
        ChatId.parse(chatId)
            .orElseThrow(() -> new BadCall("chatId is '%s': use phone@c.us".formatted(chatId)));
    return whatsApp.customerOf(chat);
  }

  Content text(JsonNode body, String messageId) {
    String text = body.path("text").asText("");
    if (text.isEmpty()) {
      throw new BadCall("text should not be empty");
    }
    return new Content.Text(text);
  }

  Content place(JsonNode body, String messageId) {
    if (!body.path("latitude").isNumber() || !body.path("longitude").isNumber()) {
      throw new BadCall("latitude and longitude must be numbers");
    }
    return new Content.Place(
        body.get("latitude").asDouble(),
        body.get("longitude").asDouble(),
        body.hasNonNull("title") ? body.get("title").asText() : null,
        null);
  }

  ContentReader file(MediaKind kind, String mimetype) {
    return (body, messageId) -> {
      JsonNode file = body.path("file");
      byte[] bytes = files.read(file);
      String type = file.path("mimetype").asText(mimetype);
      return new Content.Attachment(
          kind,
          media.keep(messageId, type, bytes),
          type,
          file.hasNonNull("filename") ? file.get("filename").asText() : null,
          body.hasNonNull("caption") ? body.get("caption").asText() : null,
          bytes.length);
    };
  }

  private String messageId(JsonNode body) {
    if (settings.engine().takesMessageIds() && body.hasNonNull("id")) {
      return MessageId.parse(body.get("id").asText()).bare();
    }
    return Ids.ownMessage();
  }
}
