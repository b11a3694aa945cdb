package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** GOWS: the customer is in {@code from} in both directions, whatsmeow's event in {@code _data}. */
final class GowsShape implements Shape {
  private static final String OWN_JID = Own.PHONE + "@s.whatsapp.net";

  private final CommonFields common;
  private final ProtocolMessage protocol = new ProtocolMessage(Engine.GOWS);

  GowsShape(CommonFields common) {
    this.common = common;
  }

  @Override
  public ObjectNode message(Message message, Customer customer) {
    ObjectNode fields = common.of(message, customer).putNull("to").putNull("participant");
    return fields.set("_data", data(message, customer));
  }

  @Override
  public ObjectNode ack(Message message, Customer customer) {
    ObjectNode data = addresses(message, customer);
    data.set("MessageIDs", Json.strings(message.id()));
    data.put("Type", message.ack() == Ack.READ ? "read" : "").put("MessageSender", "");
    return common.ack(message, customer).putNull("to").putNull("participant").set("_data", data);
  }

  @Override
  public ObjectNode sent(Message message, Customer customer) {
    ObjectNode sent = Json.object().put("id", message.fullId(customer.chat()));
    return sent.set("_data", data(message, customer));
  }

  private ObjectNode data(Message message, Customer customer) {
    ObjectNode data = Json.object();
    data.set("Info", info(message, customer));
    data.set("Message", protocol.of(message));
    data.put("IsEphemeral", false).put("IsViewOnce", false).put("IsEdit", false);
    data.put("RetryCount", 0);
    data.set("RawMessage", protocol.of(message));
    return data.put("Status", message.ack().number() + 1);
  }

  private static ObjectNode info(Message message, Customer customer) {
    ObjectNode info = addresses(message, customer);
    String mediaType =
        switch (message.content()) {
          case Content.Text text -> "";
          case Content.Attachment file ->
              file.kind() == MediaKind.AUDIO ? "ptt" : file.kind().word();
          case Content.Place place -> "location";
          case Content.Contact contact -> "vcard";
        };
    return info.put("ID", message.id())
        .put("ServerID", 0)
        .put("Type", mediaType.isEmpty() ? "text" : "media")
        .put("PushName", message.fromMe() ? Own.NAME : customer.name())
        .put("Timestamp", message.instant().toString())
        .put("Category", "")
        .put("Multicast", false)
        .put("MediaType", mediaType)
        .put("Edit", "");
  }

  private static ObjectNode addresses(Message message, Customer customer) {
    String chat = CommonFields.jid(customer.chat());
    String alternate = customer.alternate().map(CommonFields::jid).orElse("");
    return Json.object()
        .put("Chat", chat)
        .put("Sender", message.fromMe() ? OWN_JID : chat)
        .put("IsFromMe", message.fromMe())
        .put("IsGroup", false)
        .put("AddressingMode", "")
        .put("SenderAlt", message.fromMe() ? "" : alternate)
        .put("RecipientAlt", message.fromMe() ? alternate : "")
        .put("BroadcastListOwner", "")
        .putNull("BroadcastRecipients");
  }
}
