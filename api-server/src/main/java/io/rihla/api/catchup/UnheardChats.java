package io.rihla.api.catchup;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which chats may have begun while nobody listened. The newest message that was heard says nothing
 * of that: somebody else's may have come after the outage. On a fresh install there is nothing to
 * compare with.
 */
final class UnheardChats {
  /** No outage is longer, and a chat known by another name is not read from its beginning. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final Map<String, Long> since = new HashMap<>();
  private final Set<String> heard = new HashSet<>();

  UnheardChats(List<HighWater> marks) {
    Map<String, Long> newest = new HashMap<>();
    for (HighWater mark : marks) {
      since.merge(mark.session(), mark.firstMillis(), Math::min);
      newest.merge(mark.session(), mark.millis(), Math::max);
      heard.add(mark.session() + " " + mark.chat());
    }
    newest.forEach(
        (session, millis) -> since.merge(session, millis - LONGEST.toMillis(), Math::max));
  }

  /** For each session from when on chats are of interest, in epoch milliseconds. */
  Map<String, Long> since() {
    return Map.copyOf(since);
  }

  boolean isUnheard(String session, MissedMessages.Chat chat) {
    return chat.lastMillis() > since.getOrDefault(session, Long.MAX_VALUE)
        && !heard.contains(session + " " + chat.id());
  }
}
