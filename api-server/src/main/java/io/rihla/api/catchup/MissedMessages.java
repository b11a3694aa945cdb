package io.rihla.api.catchup;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.api.reading.Inbound;
import io.rihla.api.reading.Reading;
import io.rihla.api.reading.WahaReader;
import io.rihla.api.waha.WahaClient;
import io.rihla.api.waha.WahaUnavailable;
import io.rihla.schemas.whatsapp.OwnMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists what WAHA has of a chat since a point in time, oldest first. */
public final class MissedMessages {
  private static final int PAGE = 100;

  /** WhatsApp's clock and ours disagree, and messages of one second arrive in any order. */
  private static final Duration OVERLAP = Duration.ofMinutes(2);

  private final WahaClient waha;
  private final WahaReader reader = new WahaReader();

  public MissedMessages(WahaClient waha) {
    this.waha = waha;
  }

  /** A chat and when its last message was written. */
  public record Chat(String id, long lastMillis) {}

  List<Inbound> since(HighWater mark) throws WahaUnavailable {
    long fromSecond = Math.max(0, (mark.millis() - OVERLAP.toMillis()) / 1000);
    List<Inbound> missed = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int offset = 0; ; offset += PAGE) {
      Optional<JsonNode> page =
          waha.messages(mark.session(), mark.chat(), fromSecond, PAGE, offset);
      int before = seen.size();
      for (JsonNode message : page.map(MissedMessages::items).orElse(List.of())) {
        Reading reading = reader.readListed(mark.session(), message);
        if (reading instanceof Inbound inbound
            && seen.add(inbound.fromMe() + inbound.messageId())
            && isNews(inbound)
            && inbound.occurredAt().orElse(0) >= fromSecond * 1000) {
          missed.add(inbound);
        }
      }
      // a short page is the last one; a page of nothing new comes from a WAHA that cannot skip
      if (page.isEmpty() || items(page.get()).size() < PAGE || seen.size() == before) {
        missed.sort(Comparator.comparingLong(inbound -> inbound.occurredAt().orElse(0)));
        return missed;
      }
    }
  }

  /** The same from a point in time on, to the second. */
  public List<Inbound> from(String session, String chat, long millis) throws WahaUnavailable {
    return since(HighWater.unheard(session, chat, millis)).stream()
        .filter(inbound -> inbound.occurredAt().orElse(0) >= millis)
        .toList();
  }

  /** Chats of a session by their last message. */
  public List<Chat> chats(String session) throws WahaUnavailable {
    List<Chat> chats = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int offset = 0; ; offset += PAGE) {
      List<JsonNode> page =
          waha.overview(session, PAGE, offset).map(MissedMessages::items).orElse(List.of());
      int before = seen.size();
      for (JsonNode chat : page) {
        String id = chat.path("id").asText("");
        if (!id.isEmpty() && seen.add(id)) {
          chats.add(new Chat(id, chat.path("lastMessage").path("timestamp").asLong(0) * 1000));
        }
      }
      if (page.size() < PAGE || seen.size() == before) {
        return chats;
      }
    }
  }

  /** Our own messages are news only when a person wrote them on the phone. */
  private static boolean isNews(Inbound inbound) {
    return !(inbound.signal() instanceof OwnMessage own) || "app".equals(own.source());
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.forEach(items::add);
    return items;
  }
}
