package io.rihla.launcher.demo;

import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.IgnoreReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Phase;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Ball;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One exchange: a customer writes a burst and the bot answers, or keeps silent. */
final class Talk {
  /** What a customer writes for. */
  record Subject(String words, TopicOfQuestion topic, Intent intent) {
    static final Subject HELLO = new Subject("HELLO", TopicOfQuestion.GREETING, Intent.GREETING);
    static final Subject CODE = new Subject("CODE", TopicOfQuestion.GREETING, Intent.GREETING);
    static final Subject THANKS = new Subject("THANKS", TopicOfQuestion.OTHER, Intent.THANKS);
    static final Subject PAY = new Subject("PAY", TopicOfQuestion.PAYMENT, Intent.PAYMENT);
    static final Subject HUMAN = new Subject("HUMAN", TopicOfQuestion.OTHER, Intent.HUMAN);
    static final Subject ANGRY = new Subject("ANGRY", TopicOfQuestion.OTHER, Intent.ANGER);
    static final Subject NOTED = new Subject("NOTED", TopicOfQuestion.OTHER, Intent.OTHER);
    private static final List<TopicOfQuestion> TOPICS =
        List.of(
            TopicOfQuestion.PRICE,
            TopicOfQuestion.HOTEL,
            TopicOfQuestion.SCHEDULE,
            TopicOfQuestion.PAYMENT,
            TopicOfQuestion.FACILITIES,
            TopicOfQuestion.ITINERARY,
            TopicOfQuestion.AIRLINE,
            TopicOfQuestion.REQUIREMENTS,
            TopicOfQuestion.QUOTA,
            TopicOfQuestion.VISA,
            TopicOfQuestion.BROCHURE,
            TopicOfQuestion.LOCATION,
            TopicOfQuestion.PREFERENCE);

    /** Few topics make most of the questions. */
    static Subject question(Dice dice) {
      TopicOfQuestion topic = TOPICS.get(dice.weighted(26, 15, 13, 9, 8, 6, 5, 5, 4, 3, 2, 2, 2));
      return new Subject(
          topic.name(),
          topic,
          topic == TopicOfQuestion.PREFERENCE ? Intent.PREFERENCES : Intent.DETAILS);
    }
  }

  private static final long QUIET_WINDOW = 4_000;
  private static final double PICTURE = 0.2;

  private final Season season;
  private final Speech speech;

  Talk(Season season, Speech speech) {
    this.season = season;
    this.speech = speech;
  }

  /** The customer writes at {@code at} and is heard at once. */
  boolean asks(Visit visit, long at, Subject subject, @Nullable Attributed attributed) {
    Customer customer = visit.customer;
    Dice dice = customer.dice;
    List<Said> said = new ArrayList<>();
    // WhatsApp counts seconds
    long written = (at + 999) / 1_000 * 1_000;
    int count = 1 + dice.weighted(58, 24, 12, 4, 2);
    long learned = written;
    for (int i = 0; i < count; i++) {
      learned = Math.max(learned + 20, written + dice.between(80L, 900L));
      said.add(
          new Said(
              words(customer, i == 0 ? subject.words() : "MORE", attributed), written, learned));
      written += 1_000 * dice.between(1L, 3L);
    }
    Fate fate =
        customer.ball == Ball.ASSIGNED
            ? new Fate.Unheard(IgnoreReason.ASSIGNED)
            : answer(customer, subject, learned);
    return visit.add(new Deed.Asked(said, !customer.inJourney(), attributed, fate));
  }

  /** What was written at {@code at} is learned only much later. */
  boolean asksLate(Visit visit, long at, long delay, Subject subject, @Nullable Attributed named) {
    Customer customer = visit.customer;
    long written = (at + 999) / 1_000 * 1_000;
    Said said = new Said(words(customer, subject.words(), named), written, written + delay);
    return visit.add(
        new Deed.Asked(
            List.of(said),
            !customer.inJourney(),
            named,
            new Fate.Stale(customer.ball == Ball.BOT)));
  }

  private String words(Customer customer, String subject, @Nullable Attributed attributed) {
    String code = attributed == null ? null : attributed.code();
    String words = speech.say(customer.dice, customer.tongue, subject);
    return code == null ? words : words.replace("{code}", code);
  }

  private Fate answer(Customer customer, Subject subject, long learned) {
    Dice dice = customer.dice;
    long thoughtAt = learned + QUIET_WINDOW;
    long answeredAt =
        thoughtAt
            + dice.between(350L, 1_500L)
            + (dice.chance(0.1) ? dice.between(1_000L, 9_000L) : 0);
    double confidence =
        Math.round(
                (dice.chance(0.05) ? 0.3 + 0.28 * dice.real() : 0.66 + 0.31 * dice.real()) * 1000)
            / 1000.0;
    boolean experiment = Texts.experimentRuns(season, thoughtAt);
    String known = customer.experimentVariant;
    String variant =
        !experiment ? null : known != null ? known : dice.chance(0.5) ? Texts.USUAL : Texts.BOLD;
    Phase before = customer.inJourney() ? customer.current().phase : Phase.LEADS;
    Phase after = reached(subject.intent(), before);
    boolean moves = after.compareTo(before) > 0;
    return new Fate.Answered(
        thoughtAt,
        answeredAt,
        subject.topic(),
        subject.intent(),
        confidence,
        Texts.prompt(season, thoughtAt, variant),
        variant,
        experiment && known == null,
        moves ? after : null,
        subject.intent() == Intent.PAYMENT
            ? "payment_intent"
            : subject.intent() == Intent.PREFERENCES ? "preferences_given" : "details_asked",
        customer.ball == Ball.BOT ? need(subject.intent(), confidence) : null,
        speech.say(dice, customer.tongue, "OFFER"),
        dice.chance(PICTURE),
        answeredAt + dice.between(300L, 2_500L));
  }

  private static Phase reached(Intent intent, Phase before) {
    return switch (intent) {
      case DETAILS, PREFERENCES -> before == Phase.LEADS ? Phase.INTEREST : before;
      case PAYMENT -> Phase.BOOKING;
      case GREETING, HUMAN, THANKS, AFFIRM, DENY, STOP, ANGER, OTHER -> before;
    };
  }

  private static @Nullable HandoverReason need(Intent intent, double confidence) {
    return switch (intent) {
      case PAYMENT -> HandoverReason.PAYMENT_INTENT;
      case HUMAN -> HandoverReason.CUSTOMER_REQUEST;
      case ANGER -> HandoverReason.ANGER;
      case GREETING, DETAILS, PREFERENCES, THANKS, AFFIRM, DENY, STOP, OTHER ->
          confidence < 0.6 ? HandoverReason.LOW_CONFIDENCE : null;
    };
  }
}
