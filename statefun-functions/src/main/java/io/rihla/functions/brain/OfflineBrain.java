package io.rihla.functions.brain;

import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.grounding.Sources;
import io.rihla.functions.brain.grounding.Wishes;
import io.rihla.functions.brain.retrieval.Faq;
import io.rihla.functions.brain.retrieval.Passages.Found;
import io.rihla.functions.intent.IntentRules;
import io.rihla.functions.intent.Understanding;
import io.rihla.functions.packages.Catalog;
import io.rihla.functions.texts.Wording;
import io.rihla.schemas.catalog.TravelPackage;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import io.rihla.schemas.prompts.FaqEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Answers without a language model: the agency's texts for what a catalog answers, retrieval over
 * FAQ and package facts for the rest. Its confidence is the share of the question it understood;
 * what it does not know goes to a human.
 */
public final class OfflineBrain implements Brain {
  static final String MODEL = "offline";
  private static final double SURE_FAQ = 0.75;
  private static final double CERTAIN = 0.9;

  /** "When" and "how many" ask for a figure of the catalog, not for a rule of the agency. */
  private static final Pattern FIGURE =
      Pattern.compile(
          "(?iu)(?<!\\p{L})(kapan|kpn|berapa|brp|brapa|when|how (much|many|long)|متى|كم)");

  private static final double LEAST = 0.6;
  private static final double MOST = 0.9;

  private final TemplateBrain templates;
  private final Catalog catalog;
  private final Supplier<Faq> faq;
  private final AnswerChecks checks;
  private final Turns turns = new Turns(new TopicWords());
  private final PackageFacts facts;

  public OfflineBrain(TemplateBrain templates, Catalog catalog, Faq faq, AnswerChecks checks) {
    this(templates, catalog, () -> faq, checks, new PackageFacts());
  }

  /** One that shares the indexes of packages with others. */
  OfflineBrain(
      TemplateBrain templates,
      Catalog catalog,
      Supplier<Faq> faq,
      AnswerChecks checks,
      PackageFacts facts) {
    this.facts = facts;
    this.templates = templates;
    this.catalog = catalog;
    this.faq = faq;
    this.checks = checks;
  }

  @Override
  public Thought think(ThoughtRequest request) {
    return request.situation() == Situation.TURN
        ? checked(request, turn(request))
        : templates.think(request);
  }

  /** What is said instead of an answer that may not go out. */
  public Thought holding(ThoughtRequest request, HandoverReason reason, List<String> refused) {
    Draft unknown = Turns.unknown();
    return Amended.refused(
        draft(
            request,
            new Draft(
                unknown.text(), "", unknown.intent(), unknown.topic(), 0.1, List.of(), reason)),
        refused);
  }

  private Thought checked(ThoughtRequest request, Thought thought) {
    List<String> faults =
        checks.faults(
            thought,
            request,
            new Sources(
                catalog.all(),
                Stream.concat(
                        faq.get().entries().stream()
                            .flatMap(entry -> entry.answer(request.language()).stream()),
                        templates.written(request).stream())
                    .toList(),
                Conversed.customer(request),
                request.askedAt()));
    return faults.isEmpty()
        ? thought
        : holding(request, HandoverReason.UNGROUNDED_ANSWER, List.of(String.join("; ", faults)));
  }

  private Thought turn(ThoughtRequest request) {
    String text = Turns.text(request);
    Optional<TravelPackage> subject = templates.onSale(request);
    Optional<Draft> known = turns.answer(request, subject);
    Optional<Draft> catalogAnswer =
        known.filter(draft -> draft.intent() == Intent.DETAILS && subject.isPresent());
    Optional<Draft> urgent =
        known.filter(draft -> draft.needsHuman() != null || draft.intent() == Intent.THANKS);
    Optional<Found<FaqEntry>> question =
        faq.get().find(text, request.language(), 1).stream().findFirst();
    return Stream.<Optional<Thought>>of(
            urgent.map(draft -> draft(request, draft)),
            question
                .filter(found -> found.score() >= SURE_FAQ && prefers(found, catalogAnswer, text))
                .map(found -> answer(request, found)),
            catalogAnswer.map(draft -> draft(request, draft)),
            wish(request, text, subject),
            question.filter(found -> found.score() >= LEAST).map(found -> answer(request, found)),
            subject
                .flatMap(one -> facts.find(one, text, request.language()))
                .filter(found -> found.score() >= LEAST)
                .map(found -> fact(request, found)),
            known.map(draft -> draft(request, draft)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(
            () -> {
              double understood = question.map(Found::score).orElse(0.0);
              return Amended.confidence(draft(request, Turns.unknown()), Math.min(0.3, understood));
            });
  }

  /** The catalog's own facts come first, unless the FAQ entry is about something else. */
  private static boolean prefers(
      Found<FaqEntry> found, Optional<Draft> catalogAnswer, String text) {
    if (catalogAnswer.isEmpty() || catalogAnswer.get().topic() == TopicOfQuestion.FACILITIES) {
      return true;
    }
    Understanding asked = IntentRules.standard().understand(text);
    boolean catalogIsMeant =
        FIGURE.matcher(text).find()
            && asked.confidence() >= CERTAIN
            && asked.intent() == Intent.DETAILS
            && asked.topics().equals(List.of(catalogAnswer.get().topic()));
    return !catalogIsMeant
        && found.score() >= MOST
        && found.matches() > 1
        && found.target().topic() != catalogAnswer.get().topic();
  }

  private Thought draft(ThoughtRequest request, Draft draft) {
    return templates.compose(request, draft, Map.of(), MODEL);
  }

  private Thought answer(ThoughtRequest request, Found<FaqEntry> found) {
    FaqEntry entry = found.target();
    Thought thought =
        draft(
            request,
            new Draft(
                "topic_thanks",
                "",
                Intent.DETAILS,
                entry.topic(),
                Math.min(MOST, found.score()),
                List.of(),
                null));
    return Amended.answer(thought, entry.answer(request.language()).orElseThrow(), entry.fact());
  }

  private Thought fact(ThoughtRequest request, Found<String> found) {
    return templates.compose(
        request,
        Draft.details("fact", TopicOfQuestion.FACILITIES, Math.min(MOST, found.score())),
        Map.of("fact", found.target()),
        MODEL);
  }

  /** What fits the wishes of this message; open ones are filled from what was said before. */
  private Optional<Thought> wish(
      ThoughtRequest request, String text, Optional<TravelPackage> subject) {
    Wishes now = Wishes.in(text);
    Optional<String> type = Recommendation.type(catalog.all(), text);
    if (now.isEmpty() && type.isEmpty()) {
      return Optional.empty();
    }
    Wishes all =
        Conversed.customer(request).reversed().stream().map(Wishes::in).reduce(now, Wishes::orElse);
    if (subject.isPresent() && now.people().isPresent() && fits(subject.get(), now, type)) {
      return Optional.of(
          templates.compose(
              request,
              Draft.preference("noted_people", "question_more", MOST),
              Map.of("people", now.people().get().toString()),
              MODEL));
    }
    Recommendation best = Recommendation.of(catalog.all(), all, type, templates.today(request));
    return Optional.of(
        templates.compose(
            request,
            Draft.preference(
                best.exact() ? "recommend" : "recommend_other",
                best.offers().isEmpty() ? "" : "question_offers",
                best.exact() ? MOST : 0.7),
            Map.of(
                "wish",
                words(request, all, type),
                "offers",
                templates.list(request, best.offers())),
            MODEL));
  }

  private boolean fits(TravelPackage subject, Wishes now, Optional<String> type) {
    return now.month().isEmpty()
        && now.budget().isEmpty()
        && type.isEmpty()
        && subject.seatsLeft() >= now.people().orElse(1);
  }

  private String words(ThoughtRequest request, Wishes wishes, Optional<String> type) {
    List<String> words = new ArrayList<>();
    wishes
        .people()
        .map(n -> templates.render(request, "wish_people", Map.of("people", n.toString())))
        .ifPresent(words::add);
    wishes
        .month()
        .map(month -> Wording.month(month, request.language()))
        .map(month -> templates.render(request, "wish_month", Map.of("month", month)))
        .ifPresent(words::add);
    type.map(t -> t.toUpperCase(Locale.ROOT))
        .map(t -> templates.render(request, "wish_type", Map.of("type", t)))
        .ifPresent(words::add);
    wishes
        .budget()
        .map(most -> templates.render(request, "wish_budget", Map.of()))
        .ifPresent(words::add);
    return String.join(", ", words);
  }
}
