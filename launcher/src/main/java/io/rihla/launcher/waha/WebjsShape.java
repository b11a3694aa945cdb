package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** WEBJS: {@code from} and {@code to} follow the direction; an ack carries the whole message. */
final class WebjsShape implements Shape {
  private static final String THUMBNAIL = "/9j/4AAQSkZJRgABAQAAAQABAAD";

  private final CommonFields common;

  WebjsShape(CommonFields common) {
    this.common = common;
  }

  @Override
  public ObjectNode message(Message message, Customer customer) {
    String chat = customer.chat().toString();
    ObjectNode fields = common.of(message, customer);
    fields.put("from", message.fromMe() ? Own.CHAT : chat);
    fields.put("to", message.fromMe() ? chat : Own.CHAT);
    if (message.content() instanceof Content.Place) {
      fields.put("body", THUMBNAIL);
    } else {
      fields.remove("location");
    }
    if (fields.get("vCards").isNull()) {
      fields.set("vCards", Json.array());
    }
    if (message.replyTo() == null) {
      fields.remove("replyTo");
    }
    return fields.set("_data", data(message, customer));
  }

  @Override
  public ObjectNode ack(Message message, Customer customer) {
    return message(message, customer);
  }

  @Override
  public ObjectNode sent(Message message, Customer customer) {
    ObjectNode sent = Json.object();
    sent.set("_data", data(message, customer));
    return sent.set("id", id(message, customer));
  }

  private static ObjectNode data(Message message, Customer customer) {
    String chat = customer.chat().toString();
    ObjectNode data = Json.object();
    data.set("id", id(message, customer));
    data.put("viewed", false)
        .put("body", message.body())
        .put("type", type(message.content()))
        .put("t", message.seconds())
        .put("notifyName", message.fromMe() ? Own.NAME : customer.name())
        .put("from", message.fromMe() ? Own.CHAT : chat)
        .put("to", message.fromMe() ? chat : Own.CHAT)
        .put("ack", message.ack().number())
        .put("isNewMsg", true)
        .put("star", false)
        .put("isForwarded", false)
        .put("hasReaction", false);
    AdReferral ad = message.ad();
    if (ad != null) {
      data.set(
          "ctwaContext",
          Json.object()
              .put("sourceUrl", ad.sourceUrl())
              .put("title", ad.title())
              .put("description", ad.body())
              .put("mediaType", 1)
              .put("isSuspiciousLink", false));
    }
    return data;
  }

  private static ObjectNode id(Message message, Customer customer) {
    return Json.object()
        .put("fromMe", message.fromMe())
        .put("remote", customer.chat().toString())
        .put("id", message.id())
        .put("_serialized", message.fullId(customer.chat()));
  }

  private static String type(Content content) {
    return switch (content) {
      case Content.Text text -> "chat";
      case Content.Attachment file -> file.kind() == MediaKind.AUDIO ? "ptt" : file.kind().word();
      case Content.Place place -> "location";
      case Content.Contact contact -> "vcard";
    };
  }
}
