package io.rihla.launcher.verify.history;

import io.rihla.schemas.conversation.ConversationEvent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of one customer, in the order of the log. */
public record Timeline(String customer, List<ConversationEvent> events) {

  public static List<Timeline> of(History history) {
    Map<String, List<ConversationEvent>> byCustomer = new LinkedHashMap<>();
    for (Logged<ConversationEvent> logged : history.events()) {
      byCustomer
          .computeIfAbsent(logged.value().customerKey(), any -> new ArrayList<>())
          .add(logged.value());
    }
    return byCustomer.entrySet().stream()
        .map(entry -> new Timeline(entry.getKey(), entry.getValue()))
        .toList();
  }
}
