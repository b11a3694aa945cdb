package io.rihla.api.notices;

import io.rihla.schemas.conversation.Priority;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is told at once. The id follows from what is in it, so the same notice made again after a
 * crash is known for the same.
 */
record Notice(String id, List<Need> needs) {
  Notice {
    needs = List.copyOf(needs);
  }

  static Notice of(List<Need> needs) {
    List<Need> sorted = needs.stream().sorted(Comparator.comparing(Need::eventId)).toList();
    String events = String.join(",", sorted.stream().map(Need::eventId).toList());
    UUID id = UUID.nameUUIDFromBytes(events.getBytes(StandardCharsets.UTF_8));
    List<Need> urgentFirst =
        needs.stream()
            .sorted(
                Comparator.comparing(Need::priority)
                    .reversed()
                    .thenComparingLong(Need::at)
                    .thenComparing(Need::eventId))
            .toList();
    return new Notice("notice_" + id, urgentFirst);
  }

  /** The needs of each conversation, the most urgent conversation first. */
  Map<String, List<Need>> byConversation() {
    Map<String, List<Need>> conversations = new LinkedHashMap<>();
    for (Need need : needs) {
      conversations
          .computeIfAbsent(need.conversationId(), id -> new java.util.ArrayList<>())
          .add(need);
    }
    return conversations;
  }

  Priority priority() {
    return needs.getFirst().priority();
  }

  long since() {
    return needs.stream().mapToLong(Need::at).min().orElse(0);
  }
}
