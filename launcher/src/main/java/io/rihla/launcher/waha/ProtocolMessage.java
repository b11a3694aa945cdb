package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** WhatsApp's own message inside {@code _data}; NOWEB and GOWS differ in casing and in enums. */
final class ProtocolMessage {
  private static final String THUMBNAIL = "/9j/4AAQ";
  private static final String ENCRYPTED = "https://mmg.whatsapp.net/o1/v/t24/x.enc";

  private final boolean gows;

  ProtocolMessage(Engine engine) {
    gows = engine == Engine.GOWS;
  }

  ObjectNode of(Message message) {
    return switch (message.content()) {
      case Content.Text text -> text(message, text);
      case Content.Attachment file -> file(message, file);
      case Content.Place place ->
          wrap(
              "locationMessage",
              Json.object()
                  .put("degreesLatitude", place.latitude())
                  .put("degreesLongitude", place.longitude())
                  .put("name", place.title())
                  .put("address", place.address())
                  .put(gows ? "JPEGThumbnail" : "jpegThumbnail", THUMBNAIL),
              message);
      case Content.Contact contact ->
          wrap(
              "contactMessage",
              Json.object().put("displayName", contact.name()).put("vcard", contact.vCard()),
              message);
    };
  }

  private ObjectNode text(Message message, Content.Text text) {
    if (message.ad() == null && message.replyTo() == null) {
      return Json.object().put("conversation", text.text());
    }
    ObjectNode extended = Json.object().put("text", text.text());
    if (gows) {
      extended.put("previewType", 0);
    } else {
      extended.put("previewType", "NONE");
    }
    return wrap("extendedTextMessage", extended, message);
  }

  private ObjectNode file(Message message, Content.Attachment file) {
    ObjectNode fields =
        Json.object().put(gows ? "URL" : "url", ENCRYPTED).put("mimetype", file.mimetype());
    if (gows) {
      fields.put("fileLength", file.size());
    } else {
      fields.put("fileLength", Long.toString(file.size()));
    }
    return switch (file.kind()) {
      case IMAGE ->
          wrap(
              "imageMessage",
              captioned(fields, file).put("height", 1280).put("width", 720),
              message);
      case VIDEO -> wrap("videoMessage", captioned(fields, file).put("seconds", 12), message);
      case DOCUMENT ->
          wrap(
              "documentMessage",
              captioned(fields, file)
                  .put("fileName", file.filename())
                  .put("title", file.filename()),
              message);
      case AUDIO ->
          wrap("audioMessage", fields.put("seconds", 2).put(gows ? "PTT" : "ptt", true), message);
      case STICKER -> wrap("stickerMessage", fields.put("isAnimated", false), message);
    };
  }

  private static ObjectNode captioned(ObjectNode fields, Content.Attachment file) {
    return file.caption() == null ? fields : fields.put("caption", file.caption());
  }

  private ObjectNode wrap(String type, ObjectNode fields, Message message) {
    ObjectNode context = Json.object();
    AdReferral ad = message.ad();
    if (ad != null) {
      context.setAll(adContext(ad));
    }
    String target = message.replyTo();
    if (target != null) {
      context.put(gows ? "stanzaID" : "stanzaId", target);
    }
    if (!context.isEmpty()) {
      fields.set("contextInfo", context);
    }
    return Json.object().set(type, fields);
  }

  private ObjectNode adContext(AdReferral ad) {
    ObjectNode reply = Json.object().put("title", ad.title()).put("body", ad.body());
    if (gows) {
      reply.put("mediaType", 1).put("thumbnailURL", "https://scontent.xx.fbcdn.net/v/ad.jpg");
      reply.put("sourceID", ad.sourceId()).put("sourceURL", ad.sourceUrl());
    } else {
      reply.put("mediaType", "IMAGE").put("thumbnailUrl", "https://scontent.xx.fbcdn.net/v/ad.jpg");
      reply.put("sourceId", ad.sourceId()).put("sourceUrl", ad.sourceUrl());
    }
    reply.put("thumbnail", "iVBORw0KGgo=").put("sourceType", "ad");
    reply.put("containsAutoReply", false).put("renderLargerThumbnail", true);
    reply.put("showAdAttribution", true).put("ctwaClid", ad.ctwaClid());
    reply.put("sourceApp", ad.sourceApp()).put("automatedGreetingMessageShown", true);
    reply.put("greetingMessageBody", ad.greeting());
    ObjectNode context = Json.object().put("conversionSource", "FB_Ads");
    context.put("conversionData", "AAAA").put("conversionDelaySeconds", 10);
    context.set("externalAdReply", reply);
    return context
        .put("entryPointConversionSource", "ctwa_ad")
        .put("entryPointConversionApp", ad.sourceApp())
        .put("entryPointConversionDelaySeconds", 9);
  }
}
