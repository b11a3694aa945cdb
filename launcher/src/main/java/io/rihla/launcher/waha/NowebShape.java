package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** NOWEB: the customer is in {@code from} in both directions, Baileys' message in {@code _data}. */
final class NowebShape implements Shape {
  private final CommonFields common;
  private final ProtocolMessage protocol = new ProtocolMessage(Engine.NOWEB);

  NowebShape(CommonFields common) {
    this.common = common;
  }

  @Override
  public ObjectNode message(Message message, Customer customer) {
    ObjectNode fields = common.of(message, customer);
    ObjectNode data = Json.object();
    data.set("key", key(message, customer));
    data.put("messageTimestamp", message.seconds());
    data.put("pushName", message.fromMe() ? Own.NAME : customer.name());
    data.put("broadcast", false);
    data.put("status", message.ack().number() + 1);
    data.set("message", protocol.of(message));
    return fields.set("_data", data);
  }

  @Override
  public ObjectNode ack(Message message, Customer customer) {
    return common.ack(message, customer);
  }

  @Override
  public ObjectNode sent(Message message, Customer customer) {
    ObjectNode key =
        Json.object()
            .put("remoteJid", CommonFields.jid(customer.chat()))
            .put("fromMe", true)
            .put("id", message.id());
    ObjectNode sent = Json.object();
    sent.set("key", key);
    sent.set("message", protocol.of(message));
    return sent.put("messageTimestamp", Long.toString(message.seconds())).put("status", "PENDING");
  }

  private static ObjectNode key(Message message, Customer customer) {
    ObjectNode key = Json.object().put("remoteJid", CommonFields.jid(customer.chat()));
    customer.alternate().ifPresent(chat -> key.put("remoteJidAlt", CommonFields.jid(chat)));
    return key.put("fromMe", message.fromMe())
        .put("id", message.id())
        .put("participant", "")
        .put("addressingMode", customer.chat().isLid() ? "lid" : "pn");
  }
}
