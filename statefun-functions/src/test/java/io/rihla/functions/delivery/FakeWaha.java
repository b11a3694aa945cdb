package io.rihla.functions.delivery;

import io.rihla.schemas.outbound.FilePart;
import io.rihla.schemas.outbound.PartContent;
import io.rihla.schemas.outbound.PositionPart;
import io.rihla.schemas.outbound.TextPart;
import java.util.ArrayList;
import java.util.List;

/** A WAHA that behaves: it keeps a chat, and can be down, slow to answer, or refuse. */
final class FakeWaha implements Waha {
  final List<String> calls = new ArrayList<>();
  final List<OwnMessage> chat = new ArrayList<>();
  boolean down;
  boolean ownIds;
  int timeoutsAfterAccept;
  String refused = "";

  List<String> sent() {
    return chat.stream().map(OwnMessage::text).toList();
  }

  @Override
  public void seen(String session, String chatId, List<String> messageIds) {
    calls.add("seen " + String.join(",", messageIds));
  }

  @Override
  public void typing(String session, String chatId, boolean on) {
    calls.add("typing " + on);
  }

  @Override
  public Answer<List<OwnMessage>> ownMessages(String session, String chatId, long since) {
    return down ? new Answer.Retryable<>("down") : new Answer.Done<>(List.copyOf(chat));
  }

  @Override
  public Answer<String> send(String session, String chatId, String partId, PartContent content) {
    if (down) {
      return new Answer.Retryable<>("down");
    }
    String text =
        switch (content) {
          case TextPart part -> part.text();
          case FilePart part -> part.caption();
          case PositionPart part -> part.title();
        };
    if (refused.equals(text)) {
      return new Answer.Refused<>("bad request");
    }
    calls.add("send " + text);
    String id = ownIds ? "WA" + chat.size() : partId;
    chat.add(new OwnMessage(id, text, content instanceof FilePart, 0));
    if (timeoutsAfterAccept > 0) {
      timeoutsAfterAccept--;
      return new Answer.Retryable<>("timeout");
    }
    return new Answer.Done<>(id);
  }
}
