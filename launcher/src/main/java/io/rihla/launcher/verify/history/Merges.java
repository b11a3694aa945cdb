package io.rihla.launcher.verify.history;

import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.CustomerForwarded;
import io.rihla.schemas.conversation.CustomerMerged;
import java.util.HashMap;
import java.util.Map;

/** Which customers turned out to be one: what was begun under one key may end under the other. */
public final class Merges {
  private final Map<String, String> keptOf = new HashMap<>();

  private Merges() {}

  public static Merges of(History history) {
    Merges merges = new Merges();
    for (Logged<ConversationEvent> logged : history.events()) {
      String customer = logged.value().customerKey();
      // told under both keys: the one that ends and the one that goes on
      if (logged.value().payload() instanceof CustomerMerged merged) {
        merges.join(merged.mergedKey(), customer);
      } else if (logged.value().payload() instanceof CustomerForwarded forwarded) {
        merges.join(customer, forwarded.toKey());
      }
    }
    return merges;
  }

  private void join(String given, String kept) {
    String from = of(given);
    String to = of(kept);
    if (!from.equals(to)) {
      keptOf.put(from, to);
    }
  }

  /** The key under which this customer goes on. */
  public String of(String customer) {
    String key = customer;
    for (String next = keptOf.get(key); next != null; next = keptOf.get(key)) {
      key = next;
    }
    return key;
  }
}
