package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.AdminReplied;
import io.rihla.schemas.conversation.AttributionSource;
import io.rihla.schemas.conversation.Author;
import io.rihla.schemas.conversation.CampaignAttributed;
import io.rihla.schemas.conversation.Escalated;
import io.rihla.schemas.conversation.HandoverAssigned;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.HandoverResolved;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.JourneyClosed;
import io.rihla.schemas.conversation.JourneyOpened;
import io.rihla.schemas.conversation.MessageIgnored;
import io.rihla.schemas.conversation.MessageReceived;
import io.rihla.schemas.conversation.Outcome;
import io.rihla.schemas.conversation.PaymentRecorded;
import io.rihla.schemas.conversation.PaymentRefunded;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.PhaseChanged;
import io.rihla.schemas.conversation.Priority;
import io.rihla.schemas.conversation.RatingAsked;
import io.rihla.schemas.conversation.RatingReceived;
import io.rihla.schemas.conversation.ReturnedToBot;
import io.rihla.schemas.conversation.Role;
import io.rihla.schemas.whatsapp.AdReferral;
import io.rihla.schemas.whatsapp.Channel;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what happened as events, in the order and with the fields the functions write. */
final class Chronicler {
  private static final long HANDLING = 60;

  private Chronicler() {}

  static void write(Telling telling, Deed deed) {
    switch (deed) {
      case Deed.Asked asked -> asked(telling, asked);
      case Deed.Claimed claimed ->
          telling.tell(
              user(claimed.who()),
              command(telling, claimed.at()),
              claimed.at(),
              new HandoverAssigned(claimed.who(), null, null));
      case Deed.DeskSaid said -> {
        String cause = command(telling, said.at());
        String reply = "reply_" + cause;
        Replies.plan(
            telling,
            user(said.who()),
            cause,
            said.at(),
            reply,
            null,
            Author.ADMIN,
            said.text(),
            false);
        telling.tell(
            user(said.who()),
            cause,
            said.at(),
            new AdminReplied(null, reply, said.text(), "console"));
        Replies.sent(telling, user(said.who()), reply, said.text(), null, said.acceptedAt());
      }
      case Deed.GivenBack back ->
          telling.tell(
              user(back.who()),
              command(telling, back.at()),
              back.at(),
              back.resolved()
                  ? new HandoverResolved(back.who(), null)
                  : new ReturnedToBot("returned"));
      case Deed.Paid paid -> {
        String cause = command(telling, paid.at());
        telling.tell(
            user(paid.who()),
            cause,
            paid.at(),
            new PaymentRecorded(
                telling.lead, paid.reference(), paid.amount(), paid.currency(), paid.pax()));
        telling.tell(user(paid.who()), cause, paid.at(), new JourneyClosed(Outcome.PAID, null));
      }
      case Deed.Refunded refunded ->
          telling.tell(
              user(refunded.who()),
              command(telling, refunded.at()),
              refunded.at(),
              new PaymentRefunded(
                  telling.lead, refunded.reference(), refunded.amount(), refunded.currency()));
      case Deed.Closed closed ->
          telling.tell(
              user(closed.who()),
              command(telling, closed.at()),
              closed.at(),
              new JourneyClosed(closed.outcome(), closed.reason()));
      case Deed.Rated rated -> rated(telling, rated);
    }
  }

  private static String user(String who) {
    return "user:" + who;
  }

  private static String command(Telling telling, long at) {
    return "cmd_%s_%d".formatted(telling.customer.key.substring(2, 14), at);
  }

  private static void asked(Telling telling, Deed.Asked asked) {
    List<String> ids = new ArrayList<>();
    boolean stale = asked.fate() instanceof Fate.Stale;
    for (Said said : asked.said()) {
      String id = telling.messageId("3A");
      long learned = said.learnedAt() + HANDLING;
      Attributed named = ids.isEmpty() ? asked.attributed() : null;
      if (asked.opens() && ids.isEmpty()) {
        opens(telling, id, said.writtenAt(), learned, named);
      }
      received(telling, id, said.text(), said.writtenAt(), said.learnedAt(), stale, named);
      if (named != null) {
        telling.tell(
            Telling.CUSTOMER,
            id,
            said.writtenAt(),
            learned,
            new CampaignAttributed(
                named.code(),
                named.code(),
                named.touch(),
                named.code() == null ? AttributionSource.AD_REFERRAL : AttributionSource.CODE,
                named.ad(),
                clickId(telling, named),
                id));
      }
      ids.add(id);
      switch (asked.fate()) {
        case Fate.Answered answered -> {
          // told after the whole burst
        }
        case Fate.Unheard unheard ->
            telling.tell(Telling.SYSTEM, id, learned, new MessageIgnored(id, unheard.reason()));
        case Fate.Stale late -> {
          if (late.escalates()) {
            telling.tell(
                Telling.BOT,
                id,
                learned,
                new Escalated(
                    HandoverReason.STALE_MESSAGE,
                    Role.MARKETING_ADMIN,
                    Priority.NORMAL,
                    null,
                    null));
          }
          telling.tell(Telling.SYSTEM, id, learned, new MessageIgnored(id, IgnoreReason.STALE));
        }
      }
    }
    if (asked.fate() instanceof Fate.Answered answered) {
      Answers.write(telling, ids, asked.said().getFirst(), answered, package_(asked));
    }
  }

  private static @Nullable String package_(Deed.Asked asked) {
    Attributed named = asked.attributed();
    return named == null ? null : named.code();
  }

  private static void opens(
      Telling telling, String id, long written, long learned, @Nullable Attributed named) {
    telling.journey++;
    telling.phase = Phase.LEADS;
    telling.lead = "";
    Customer customer = telling.customer;
    String source = named == null ? "direct" : named.ad() == null ? "code" : "meta_ad";
    telling.tell(
        Telling.CUSTOMER,
        id,
        written,
        learned,
        new JourneyOpened(customer.phone, null, customer.name, customer.chat, source, null));
    telling.tell(
        Telling.SYSTEM,
        id,
        written,
        learned,
        new PhaseChanged(null, Phase.LEADS, "first_contact", id, null, null));
  }

  private static void received(
      Telling telling,
      String id,
      String text,
      long written,
      long learned,
      boolean late,
      @Nullable Attributed named) {
    Customer customer = telling.customer;
    AdReferral ad =
        named == null || named.ad() == null
            ? null
            : new AdReferral(
                named.ad(),
                "https://fb.me/" + named.ad(),
                "ad",
                "facebook",
                clickId(telling, named),
                "Umroh",
                null,
                "FB_Ads",
                null);
    telling.tell(
        Telling.CUSTOMER,
        id,
        written,
        learned + HANDLING,
        new MessageReceived(
            id,
            customer.chat,
            MessageKind.TEXT,
            text,
            null,
            null,
            List.of(),
            null,
            ad,
            late ? Channel.CATCH_UP : Channel.WHATSAPP,
            late,
            learned,
            customer.phone,
            customer.name));
  }

  private static @Nullable String clickId(Telling telling, Attributed named) {
    return named.ad() == null
        ? null
        : "clid_" + telling.customer.key.substring(2, 18) + telling.journey;
  }

  private static void rated(Telling telling, Deed.Rated rated) {
    telling.replies++;
    String reply = "%s-r%d".formatted(telling.customer.conversation, telling.replies);
    String question = "1 - 5?";
    Replies.plan(
        telling, Telling.BOT, "rating", rated.askedAt(), reply, null, Author.BOT, question, false);
    telling.tell(Telling.BOT, "rating", rated.askedAt(), new RatingAsked(reply));
    Replies.sent(telling, Telling.BOT, reply, question, null, rated.acceptedAt());
    String id = telling.messageId("3A");
    String score = Integer.toString(rated.score());
    received(
        telling, id, score, rated.answeredAt() / 1_000 * 1_000, rated.answeredAt(), false, null);
    telling.tell(
        Telling.CUSTOMER,
        id,
        rated.answeredAt() + HANDLING,
        new RatingReceived(rated.score(), score));
  }
}
