package io.rihla.functions.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.rihla.functions.Samples;
import io.rihla.functions.brain.TemplateBrain;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.language.ChatLanguageDetector;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.schemas.codec.Codec;
import io.rihla.schemas.conversation.ConversationEvent;
import io.rihla.schemas.conversation.EventPayload;
import io.rihla.schemas.desk.DeskSettings;
import io.rihla.schemas.desk.SettingsView;
import io.rihla.schemas.functions.ConversationState;
import io.rihla.schemas.functions.DeliveryOutcome;
import io.rihla.schemas.functions.DeliveryReport;
import io.rihla.schemas.functions.PartCancelled;
import io.rihla.schemas.functions.PartSent;
import io.rihla.schemas.functions.PatienceOver;
import io.rihla.schemas.functions.QuietWindowOver;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.identity.CustomerKey;
import io.rihla.schemas.outbound.OutboundReply;
import io.rihla.schemas.outbound.ReplyPart;
import io.rihla.schemas.whatsapp.WhatsAppEvent;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Plays a conversation by hand: every step's state goes through its stored form. */
final class Story {
  private record Window(long at, QuietWindowOver message) {}

  private record Reminder(long at, PatienceOver message) {}

  static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

  final List<ConversationEvent> events = new ArrayList<>();
  final List<Effect> effects = new ArrayList<>();
  private final PriorityQueue<Window> windows =
      new PriorityQueue<>(Comparator.comparingLong(Window::at));
  final TemplateBrain brain;
  private final PriorityQueue<Reminder> reminders =
      new PriorityQueue<>(Comparator.comparingLong(Reminder::at));
  private final Conversation conversation;
  DeskSettings settings = SettingsView.usual();
  ConversationState state;
  long now = Samples.NOW;

  /** Delivery does not say by itself that what is asked back was kept in. */
  boolean deliverySilent;

  Story(Duration quietWindow, Catalog catalog) {
    this(quietWindow, catalog, Samples.CUSTOMER);
  }

  Story(Duration quietWindow, Catalog catalog, CustomerKey customer) {
    this.state = Conversation.begin(customer);
    this.conversation =
        new Conversation(
            Rules.standard(quietWindow, JAKARTA),
            catalog,
            new ChatLanguageDetector(),
            IntentRules.standard(),
            Escalations.standard(),
            () -> settings,
            Texts::standard,
            "Amanah Travel");
    this.brain = new TemplateBrain(catalog, Texts.standard(), "Amanah Travel", JAKARTA);
  }

  Story hears(WhatsAppEvent event) {
    return take(new Stimulus.FromWhatsApp(event));
  }

  /** Time passes, and the quiet windows that end in it wake the conversation when they end. */
  Story after(Duration time) {
    long end = now + time.toMillis();
    while (!windows.isEmpty() && windows.peek().at() <= end) {
      Window window = windows.poll();
      now = Math.max(now, window.at());
      take(new Stimulus.WindowOver(window.message()));
    }
    now = end;
    return this;
  }

  /** Time passes until those who wait for people have looked again. */
  Story waits(Duration time) {
    long end = now + time.toMillis();
    after(Duration.ZERO);
    while (!reminders.isEmpty() && reminders.peek().at() <= end) {
      Reminder reminder = reminders.poll();
      now = Math.max(now, reminder.at());
      take(new Stimulus.Waited(reminder.message()));
    }
    now = end;
    return this;
  }

  Story take(Stimulus stimulus) {
    Codec<ConversationState> codec = Codec.of(ConversationState.class);
    Decision decision = conversation.decide(codec.decode(codec.encode(state)), stimulus, now);
    state = decision.state();
    events.addAll(decision.events());
    effects.addAll(decision.effects());
    for (Effect effect : decision.effects()) {
      if (effect instanceof Effect.WakeAfter wake) {
        windows.add(new Window(now + wake.delay().toMillis(), wake.message()));
      }
      if (effect instanceof Effect.Remind remind) {
        reminders.add(new Reminder(now + remind.delay().toMillis(), remind.message()));
      }
      if (effect instanceof Effect.Cancel cancel
          && cancel.cancel().ifUnbegun()
          && !deliverySilent) {
        nothingIsOut(cancel.cancel().replyId());
      }
    }
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).seq()).isEqualTo(i + 1);
    }
    return this;
  }

  Thought think(ThoughtRequest request) {
    return brain.think(request);
  }

  /** The brain answers what it was last asked. */
  Story brainAnswers() {
    ThoughtRequest request = effects(Effect.Think.class).getLast().request();
    return take(new Stimulus.Thinking(think(request)));
  }

  /** WAHA accepts every part of the last reply, under ids of its own. */
  Story wahaAccepts() {
    OutboundReply reply = lastReply();
    for (int i = 0; i < reply.parts().size(); i++) {
      deliverySays(reply, i, new PartSent("WA" + reply.parts().get(i).partId(), 1, false));
    }
    return this;
  }

  /** Delivery says that a reply was kept in. */
  Story nothingIsOut(String replyId) {
    effects(Effect.Send.class).stream()
        .map(Effect.Send::reply)
        .filter(reply -> reply.replyId().equals(replyId))
        .forEach(reply -> deliverySays(reply, 0, new PartCancelled("cancelled")));
    return this;
  }

  Story deliverySaysOfFirstPart(DeliveryOutcome outcome) {
    deliverySays(lastReply(), 0, outcome);
    return this;
  }

  private void deliverySays(OutboundReply reply, int index, DeliveryOutcome outcome) {
    ReplyPart part = reply.parts().get(index);
    take(
        new Stimulus.Delivered(
            new DeliveryReport(
                reply.replyId(), part.partId(), index, now, part.content(), outcome)));
  }

  OutboundReply lastReply() {
    return effects(Effect.Send.class).getLast().reply();
  }

  <T extends Effect> List<T> effects(Class<T> kind) {
    return effects.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  <T extends EventPayload> List<T> told(Class<T> kind) {
    return events.stream()
        .map(ConversationEvent::payload)
        .filter(kind::isInstance)
        .map(kind::cast)
        .toList();
  }
}
