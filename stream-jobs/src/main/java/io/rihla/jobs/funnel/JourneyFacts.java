package io.rihla.jobs.funnel;

import io.rihla.jobs.history.Point;
import io.rihla.schemas.conversation.ConversationEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one journey: the earliest or latest point of each kind, the answers and the
 * payments by seq. Adding an event twice, late or out of order ends in the same facts.
 *
 * @param earliest by kind: {@link #OPENED}, {@link #INTEREST}, {@link #BOOKING}, {@link #TOUCHED},
 *     {@link #FIRST_TOUCH} and one per experiment
 * @param latest by kind: {@link #TOUCHED}, {@link #LANGUAGE}, {@link #PACKAGE}, {@link #CLOSED}
 * @param answers prompt version of each AI answer, in order
 */
public record JourneyFacts(
    String conversationId,
    Map<String, Point> earliest,
    Map<String, Point> latest,
    List<Point> answers,
    List<Payment> payments) {
  static final String OPENED = "opened";
  static final String INTEREST = "interest";
  static final String BOOKING = "booking";
  static final String TOUCHED = "touched";
  static final String FIRST_TOUCH = "first touch";
  static final String LANGUAGE = "language";
  static final String PACKAGE = "package";
  static final String CLOSED = "closed";
  static final String EXPERIMENT = "experiment ";

  /** More than any real journey has; the oldest but one make room. */
  private static final int MOST_ANSWERS = 500;

  private static final int MOST_PAYMENTS = 200;
  private static final int MOST_EXPERIMENTS = 50;

  static JourneyFacts none(String conversationId) {
    return new JourneyFacts(conversationId, Map.of(), Map.of(), List.of(), List.of());
  }

  /** The facts with what one event tells; the same object when it tells nothing new. */
  JourneyFacts with(ConversationEvent event) {
    return Reading.of(event).applyTo(this);
  }

  JourneyFacts withEarliest(String kind, Point point) {
    Point known = earliest.get(kind);
    boolean full =
        known == null && kind.startsWith(EXPERIMENT) && earliest.size() > MOST_EXPERIMENTS;
    return full || Point.earliest(known, point).equals(known)
        ? this
        : new JourneyFacts(conversationId, with(earliest, kind, point), latest, answers, payments);
  }

  JourneyFacts withLatest(String kind, Point point) {
    Point known = latest.get(kind);
    return Point.latest(known, point).equals(known)
        ? this
        : new JourneyFacts(conversationId, earliest, with(latest, kind, point), answers, payments);
  }

  JourneyFacts withAnswer(Point answer) {
    if (answers.stream().anyMatch(known -> known.seq() == answer.seq())) {
      return this;
    }
    List<Point> more = new ArrayList<>(answers);
    more.add(answer);
    more.sort(Comparator.naturalOrder());
    if (more.size() > MOST_ANSWERS) {
      more.remove(1);
    }
    return new JourneyFacts(conversationId, earliest, latest, List.copyOf(more), payments);
  }

  JourneyFacts withPayment(Payment payment) {
    if (payments.size() >= MOST_PAYMENTS
        || payments.stream().anyMatch(known -> known.seq() == payment.seq())) {
      return this;
    }
    List<Payment> more = new ArrayList<>(payments);
    more.add(payment);
    more.sort(Comparator.comparingLong(Payment::time).thenComparingLong(Payment::seq));
    return new JourneyFacts(conversationId, earliest, latest, answers, List.copyOf(more));
  }

  @Nullable Point earliest(String kind) {
    return earliest.get(kind);
  }

  @Nullable Point latest(String kind) {
    return latest.get(kind);
  }

  private static Map<String, Point> with(Map<String, Point> points, String kind, Point point) {
    Map<String, Point> more = new TreeMap<>(points);
    more.put(kind, point);
    return more;
  }
}
