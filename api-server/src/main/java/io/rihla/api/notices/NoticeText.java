package io.rihla.api.notices;

import io.rihla.schemas.conversation.Priority;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** A notice in the words of a WhatsApp message. */
final class NoticeText {
  private static final int MOST_CONVERSATIONS = 10;
  private static final int LONGEST_NOTES = 160;

  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("PAYMENT_INTENT", "siap bayar"),
          Map.entry("PAYMENT_PROOF", "mengirim bukti bayar"),
          Map.entry("EARLY_PAYMENT", "ingin bayar, paket belum dipilih"),
          Map.entry("CUSTOMER_REQUEST", "minta bicara dengan admin"),
          Map.entry("ANGER", "pelanggan marah"),
          Map.entry("COMPLEX_QUESTION", "pertanyaan sulit"),
          Map.entry("LOW_CONFIDENCE", "bot tidak yakin"),
          Map.entry("REPEATED_QUESTION", "pertanyaan diulang"),
          Map.entry("UNGROUNDED_ANSWER", "jawaban bot tidak berdasar"),
          Map.entry("MEDIA_NOT_UNDERSTOOD", "kiriman tidak dipahami"),
          Map.entry("STALE_MESSAGE", "pesan lama belum dijawab"),
          Map.entry("LLM_UNAVAILABLE", "AI tidak tersedia"));

  private NoticeText() {}

  static String of(Notice notice, URI publicUrl) {
    Map<String, List<Need>> conversations = notice.byConversation();
    StringBuilder text = new StringBuilder();
    text.append(mark(notice.priority()))
        .append(' ')
        .append(
            conversations.size() == 1
                ? "Ada percakapan yang butuh admin"
                : conversations.size() + " percakapan butuh admin");
    conversations.entrySet().stream()
        .limit(MOST_CONVERSATIONS)
        .forEach(one -> append(text, one.getKey(), one.getValue(), publicUrl));
    if (conversations.size() > MOST_CONVERSATIONS) {
      text.append("\n\n+ ")
          .append(conversations.size() - MOST_CONVERSATIONS)
          .append(" lainnya: ")
          .append(publicUrl);
    }
    return text.toString();
  }

  private static void append(
      StringBuilder text, String conversation, List<Need> needs, URI publicUrl) {
    text.append("\n\n").append(mark(needs.getFirst().priority())).append(' ');
    text.append(String.join(", ", needs.stream().map(NoticeText::reason).distinct().toList()));
    needs.stream()
        .map(Need::packageCode)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .ifPresent(code -> text.append(" · ").append(code));
    needs.stream()
        .map(Need::notes)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .ifPresent(notes -> text.append('\n').append(shortened(notes)));
    if (!conversation.isEmpty()) {
      text.append('\n').append(publicUrl).append("/?conversation=").append(conversation);
    }
  }

  private static String reason(Need need) {
    return REASONS.getOrDefault(
        need.reason(), need.reason().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
  }

  private static String mark(Priority priority) {
    return switch (priority) {
      case URGENT -> "🔴";
      case HIGH -> "🟠";
      case NORMAL -> "🔵";
    };
  }

  private static String shortened(String notes) {
    String line = notes.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST_NOTES ? line : line.substring(0, LONGEST_NOTES) + "…";
  }
}
