package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.MediaSent;
import io.rihla.schemas.conversation.MessageSent;
import io.rihla.schemas.conversation.MessageStatus;
import io.rihla.schemas.conversation.PlannedMedia;
import io.rihla.schemas.conversation.ReplyPlanned;
import io.rihla.schemas.whatsapp.AckLevel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A reply from its plan to the customer's phone: a picture first, if any, then the words. */
final class Replies {
  private static final String PICTURE = "/media/packages/UMR_MAR_2027_HEMAT/hotel.png";
  private static final long REPORT = 40;

  private Replies() {}

  static void plan(
      Telling telling,
      String actor,
      String cause,
      long at,
      String reply,
      @Nullable String thought,
      Author author,
      String text,
      boolean picture) {
    List<String> parts =
        picture ? List.of(part(reply, 0), part(reply, 1)) : List.of(part(reply, 0));
    telling.tell(
        actor,
        cause,
        at,
        new ReplyPlanned(
            reply,
            thought,
            telling.customer.chat,
            author,
            parts,
            text,
            null,
            picture ? List.of(new PlannedMedia("image", PICTURE, null)) : List.of()));
  }

  /** The first part is accepted at {@code at}; the customer reads soon. */
  static void sent(
      Telling telling, String actor, String reply, String text, @Nullable String picture, long at) {
    long accepted = at;
    if (picture != null) {
      String part = part(reply, 0);
      telling.tell(
          actor,
          reply,
          accepted,
          accepted + REPORT,
          new MediaSent(reply, part, 0, part, "image", picture, null, 1, false, true));
      accepted += 900;
    }
    int index = picture == null ? 0 : 1;
    String part = part(reply, index);
    telling.tell(
        actor,
        reply,
        accepted,
        accepted + REPORT,
        new MessageSent(reply, part, index, part, text, 1, false, picture == null));
    status(telling, part, reply, AckLevel.DEVICE, accepted + 1_100);
    if ((telling.replies & 1) == 0) {
      status(telling, part, reply, AckLevel.READ, accepted + 5_000);
    }
  }

  static String picture() {
    return PICTURE;
  }

  private static void status(
      Telling telling, String message, String reply, AckLevel level, long at) {
    telling.tell(
        Telling.SYSTEM, message, at, at + REPORT, new MessageStatus(message, level, reply));
  }

  private static String part(String reply, int index) {
    return "3EB0"
        + Integer.toHexString(reply.hashCode()).toUpperCase(java.util.Locale.ROOT)
        + reply.substring(Math.max(0, reply.length() - 12)).toUpperCase(java.util.Locale.ROOT)
        + index;
  }
}
