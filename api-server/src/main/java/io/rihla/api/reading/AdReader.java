package io.rihla.api.reading;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.schemas.whatsapp.AdReferral;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the Meta ad that opened a chat, under whatever type the message has. Quoted messages are
 * not looked into: who quotes an ad's message did not come through the ad again.
 */
final class AdReader {
  private AdReader() {}

  static Optional<AdReferral> read(NativeMessage content) {
    for (JsonNode type : content.message().node()) {
      Fields context = Fields.of(type).at("contextInfo");
      if (context.isObject() && isAd(context.at("externalAdReply"), context)) {
        return Optional.of(referral(context.at("externalAdReply"), context));
      }
    }
    Fields webjs = content.data().at("ctwaContext");
    return webjs.isObject() && webjs.node().size() > 0
        ? Optional.of(referral(webjs, webjs))
        : Optional.empty();
  }

  /** Link previews use the same block: only marks of an ad count. */
  private static boolean isAd(Fields reply, Fields context) {
    return id(reply).isPresent()
        || reply.text("ctwaClid").isPresent()
        || reply.text("sourceType").filter(type -> type.equalsIgnoreCase("ad")).isPresent()
        || context.text("conversionSource").filter(AdReader::isMeta).isPresent()
        || context.text("entryPointConversionSource").filter(s -> s.startsWith("ctwa")).isPresent()
        || context.has("ctwaPayload")
        || context.has("ctwaSignals");
  }

  private static boolean isMeta(String source) {
    return source.toLowerCase(Locale.ROOT).endsWith("_ads");
  }

  private static AdReferral referral(Fields reply, Fields context) {
    return new AdReferral(
        id(reply).orElse(null),
        Fields.first(reply.text("sourceUrl"), reply.text("sourceURL")).orElse(null),
        reply.text("sourceType").orElse(null),
        Fields.first(reply.text("sourceApp"), context.text("entryPointConversionApp")).orElse(null),
        reply.text("ctwaClid").orElse(null),
        reply.text("title").orElse(null),
        Fields.first(reply.text("body"), reply.text("description")).orElse(null),
        Fields.first(context.text("conversionSource"), context.text("entryPointConversionSource"))
            .orElse(null),
        reply.text("greetingMessageBody").orElse(null));
  }

  private static Optional<String> id(Fields reply) {
    return Fields.first(reply.text("sourceId"), reply.text("sourceID"));
  }
}
