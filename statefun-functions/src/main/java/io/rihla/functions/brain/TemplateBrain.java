package io.rihla.functions.brain;

import io.rihla.functions.packages.Availability;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Texts;
import io.rihla.functions.texts.Wording;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.MediaWish;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Answers with the agency's own texts and the facts of the catalog; invents nothing. */
public final class TemplateBrain implements Brain {
  private static final int OFFERS = 3;
  private static final double SURE = 0.95;

  private final Catalog catalog;
  private final Texts texts;
  private final Wording wording;
  private final Turns turns;
  private final String company;
  private final ZoneId zone;

  public TemplateBrain(Catalog catalog, Texts texts, String company, ZoneId zone) {
    this.catalog = catalog;
    this.texts = texts;
    this.wording = new Wording(texts);
    this.turns = new Turns(new TopicWords());
    this.company = company;
    this.zone = zone;
  }

  @Override
  public Thought think(ThoughtRequest request) {
    return compose(request, draft(request), Map.of(), "template");
  }

  /** The text of a draft with everything it may say filled in. */
  Thought compose(ThoughtRequest request, Draft draft, Map<String, String> more, String model) {
    long began = System.nanoTime();
    Optional<TravelPackage> subject = subject(request);
    Map<String, String> values = values(request, draft, subject, more);
    String text = texts.render(request.language(), draft.text(), values);
    long latency = (System.nanoTime() - began) / 1_000_000;
    return new Thought(
        request.thoughtId(),
        List.of(text),
        draft.intent(),
        draft.topic(),
        draft.confidence(),
        request.language(),
        facts(draft, subject),
        draft.needsHuman(),
        draft.media(),
        subject.map(TravelPackage::code).orElse(null),
        asked(draft, text, values),
        model,
        texts.version(),
        null,
        latency,
        0,
        0,
        List.of(),
        List.of(),
        false);
  }

  /** The question, unless the agency's text leaves it out. */
  private static @Nullable String asked(Draft draft, String text, Map<String, String> values) {
    String question = Objects.requireNonNull(values.get("question"));
    return draft.question().isEmpty() || !text.contains(question) ? null : question;
  }

  /** What the agency itself says in a language: a source of facts like the catalog. */
  List<String> written(ThoughtRequest request) {
    return texts.written(request.language());
  }

  private Draft draft(ThoughtRequest request) {
    return switch (request.situation()) {
      case GREETING_WITH_CODE -> withCode(request);
      case GREETING_WITHOUT_CODE -> general("greeting_without_code");
      case GREETING_INVALID_CODE -> general("greeting_invalid_code");
      case TURN -> turns.answer(request, onSale(request)).orElseGet(Turns::unknown);
    };
  }

  /** The package that is talked about, unless it cannot be sold any more. */
  Optional<TravelPackage> onSale(ThoughtRequest request) {
    return subject(request)
        .filter(offer -> Availability.of(offer, today(request)) == Availability.AVAILABLE);
  }

  String render(ThoughtRequest request, String text, Map<String, String> values) {
    return texts.render(request.language(), text, values);
  }

  /** Packages as a list to choose from. */
  String list(ThoughtRequest request, List<TravelPackage> offers) {
    return offers.isEmpty()
        ? texts.render(request.language(), "no_offers", Map.of())
        : offers.stream()
            .map(
                offer ->
                    texts.render(
                        request.language(),
                        "offer",
                        wording.facts(offer, request.language(), request.askedAt())))
            .collect(Collectors.joining("\n\n"));
  }

  private Draft withCode(ThoughtRequest request) {
    TravelPackage subject = subject(request).orElse(null);
    if (subject == null) {
      return general("greeting_without_code");
    }
    return switch (Availability.of(subject, today(request))) {
      case AVAILABLE ->
          Draft.greeting("greeting_with_code", "question_with_code", SURE)
              .showing(MediaWish.PICTURE);
      case DEPARTED -> Draft.greeting("departed", "question_offers", SURE);
      case FULL, CLOSED -> Draft.greeting("full", "question_offers", SURE);
    };
  }

  private static Draft general(String text) {
    return Draft.greeting(text, "question_without_code", SURE);
  }

  Optional<TravelPackage> subject(ThoughtRequest request) {
    return Optional.ofNullable(request.packageCode()).flatMap(catalog::find);
  }

  private Map<String, String> values(
      ThoughtRequest request,
      Draft draft,
      Optional<TravelPackage> subject,
      Map<String, String> more) {
    Map<String, String> values = new HashMap<>();
    String name = request.name();
    values.put(
        "salutation",
        name == null || name.isBlank()
            ? texts.render(request.language(), "salutation_unknown", Map.of())
            : texts.render(request.language(), "salutation", Map.of("name", name.strip())));
    values.put("name", name == null ? "" : name.strip());
    values.put("company", company);
    values.put("codes", String.join(", ", request.rejectedCodes()));
    values.put("offers", list(request, offers(request, subject)));
    values.put(
        "question",
        draft.question().isEmpty()
            ? ""
            : texts.render(request.language(), draft.question(), values));
    subject.ifPresent(
        travelPackage ->
            values.putAll(wording.facts(travelPackage, request.language(), request.askedAt())));
    values.putAll(more);
    return values;
  }

  private List<TravelPackage> offers(ThoughtRequest request, Optional<TravelPackage> subject) {
    return subject
        .map(wanted -> Availability.nearest(catalog, wanted, today(request), OFFERS))
        .orElseGet(() -> Availability.soonest(catalog, today(request), OFFERS));
  }

  private static List<String> facts(Draft draft, Optional<TravelPackage> subject) {
    return subject
        .filter(travelPackage -> draft.topic() != TopicOfQuestion.OTHER)
        .map(
            travelPackage ->
                List.of(
                    "catalog:%s@%d#%s"
                        .formatted(travelPackage.code(), travelPackage.version(), draft.topic())))
        .orElse(List.of());
  }

  LocalDate today(ThoughtRequest request) {
    return Instant.ofEpochMilli(request.askedAt()).atZone(zone).toLocalDate();
  }
}
