package io.rihla.launcher.waha;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** The agency's own WhatsApp account. */
final class Own {
  static final String SESSION = "default";
  static final String PHONE = "6281100000099";
  static final String CHAT = PHONE + "@c.us";
  static final String LID = "187678150291685@lid";
  static final String NAME = "Travel Umroh CS";

  private Own() {}

  static ObjectNode me(Engine engine) {
    ObjectNode me = Json.object().put("id", CHAT).put("pushName", NAME);
    return switch (engine) {
      case NOWEB -> me.put("lid", LID);
      case GOWS -> me.put("lid", LID).put("jid", PHONE + ":12@s.whatsapp.net");
      case WEBJS -> me;
    };
  }
}
