package io.rihla.functions.brain;

import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.BurstMessage;
import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.whatsapp.MessageKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which text answers a message after the greeting. */
final class Turns {
  private static final double FOUND = 0.8;
  private static final double GUESSED = 0.3;

  private final TopicWords words;

  Turns(TopicWords words) {
    this.words = words;
  }

  /** What the customer wrote since the last answer. */
  static String text(ThoughtRequest request) {
    return request.burst().stream()
        .map(BurstMessage::text)
        .filter(Objects::nonNull)
        .collect(Collectors.joining("\n"));
  }

  /** The draft for what the words are known to ask; empty when they say nothing that is known. */
  Optional<Draft> answer(ThoughtRequest request, Optional<TravelPackage> subject) {
    String text = text(request);
    if (text.isBlank() && request.burst().stream().noneMatch(Turns::isText)) {
      return Optional.of(
          new Draft(
              "media_received",
              "",
              Intent.OTHER,
              TopicOfQuestion.OTHER,
              FOUND,
              List.of(),
              HandoverReason.MEDIA_NOT_UNDERSTOOD));
    }
    return words
        .find(text)
        .map(topic -> subject.isPresent() ? known(topic) : unknownPackage(topic));
  }

  private static Draft known(TopicWords.Topic topic) {
    return switch (topic) {
      case PAYMENT ->
          new Draft(
              "topic_payment",
              "",
              Intent.PAYMENT,
              TopicOfQuestion.PAYMENT,
              FOUND,
              List.of(),
              HandoverReason.PAYMENT_INTENT);
      case PRICE, HOW_MUCH -> Draft.details("topic_price", TopicOfQuestion.PRICE, FOUND);
      case SCHEDULE -> Draft.details("topic_schedule", TopicOfQuestion.SCHEDULE, FOUND);
      case HOTEL -> Draft.details("topic_hotel", TopicOfQuestion.HOTEL, FOUND);
      case AIRLINE -> Draft.details("topic_airline", TopicOfQuestion.AIRLINE, FOUND);
      case ITINERARY ->
          Draft.details("topic_itinerary", TopicOfQuestion.ITINERARY, FOUND)
              .showing(MediaWish.ITINERARY);
      case FACILITIES -> Draft.details("topic_facilities", TopicOfQuestion.FACILITIES, FOUND);
      case QUOTA -> Draft.details("topic_quota", TopicOfQuestion.QUOTA, FOUND);
      case BROCHURE ->
          Draft.details("topic_brochure", TopicOfQuestion.BROCHURE, FOUND)
              .showing(MediaWish.BROCHURE);
      case LOCATION ->
          Draft.details("topic_location", TopicOfQuestion.LOCATION, FOUND)
              .showing(MediaWish.MAP_POSITION);
      case THANKS -> thanks();
      case PREFERENCE -> preference();
    };
  }

  private static Draft unknownPackage(TopicWords.Topic topic) {
    return switch (topic) {
      case THANKS -> thanks();
      case PAYMENT ->
          new Draft(
              "greeting_without_code",
              "question_without_code",
              Intent.PAYMENT,
              TopicOfQuestion.PAYMENT,
              FOUND,
              List.of(),
              HandoverReason.EARLY_PAYMENT);
      case PRICE,
          HOW_MUCH,
          SCHEDULE,
          HOTEL,
          AIRLINE,
          ITINERARY,
          FACILITIES,
          QUOTA,
          BROCHURE,
          LOCATION,
          PREFERENCE ->
          preference();
    };
  }

  private static Draft thanks() {
    return new Draft(
        "topic_thanks", "", Intent.THANKS, TopicOfQuestion.OTHER, FOUND, List.of(), null);
  }

  private static Draft preference() {
    return new Draft(
        "topic_preference",
        "question_offers",
        Intent.PREFERENCES,
        TopicOfQuestion.PREFERENCE,
        FOUND,
        List.of(),
        null);
  }

  static Draft unknown() {
    return new Draft("unknown", "", Intent.OTHER, TopicOfQuestion.OTHER, GUESSED, List.of(), null);
  }

  private static boolean isText(BurstMessage message) {
    return message.kind() == MessageKind.TEXT;
  }
}
