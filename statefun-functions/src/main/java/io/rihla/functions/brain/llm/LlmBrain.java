package io.rihla.functions.brain.llm;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import io.rihla.functions.brain.Amended;
import io.rihla.functions.brain.Brain;
import io.rihla.functions.brain.OfflineBrain;
import io.rihla.functions.brain.Voice;
import io.rihla.functions.brain.checks.AnswerChecks;
import io.rihla.functions.brain.llm.LlmClient.Unavailable;
import io.rihla.functions.brain.llm.ModelAnswer.Malformed;
import io.rihla.functions.packages.Catalog;
import io.rihla.schemas.conversation.HandoverReason;
import io.rihla.schemas.functions.Situation;
import io.rihla.schemas.functions.Thought;
import io.rihla.schemas.functions.ThoughtRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a language model word the answer. What it returns is checked like any other text from
 * outside: an unreadable or refused answer is tried once more, then the offline brain or a holding
 * text takes its place. It always answers, within its limits of time and tokens.
 */
public final class LlmBrain implements Brain {
  private static final Logger LOG = LoggerFactory.getLogger(LlmBrain.class);
  private static final int TRIES = 2;
  private static final double LESS_SURE = 0.85;
  private static final double KNOWS = 0.6;

  private final LlmSettings settings;
  private final LlmClient client;
  private final Composer composer;
  private final OfflineBrain offline;
  private final AnswerChecks checks;
  private final TokenBudgets budgets;
  private final Intentions intentions;
  private final Voice voice;
  private final ZoneId zone;

  public LlmBrain(
      Model model,
      Voice voice,
      Catalog catalog,
      OfflineBrain offline,
      AnswerChecks checks,
      String company,
      ZoneId zone) {
    this.settings = model.settings();
    this.client = model.client();
    this.voice = voice;
    this.composer = new Composer(voice, catalog, company, zone);
    this.offline = offline;
    this.checks = checks;
    this.budgets = model.budgets();
    this.intentions = new Intentions();
    this.zone = zone;
  }

  @Override
  public Thought think(ThoughtRequest request) {
    if (request.situation() != Situation.TURN || Transcript.newest(request).isBlank()) {
      return offline.think(request);
    }
    LocalDate today = Instant.ofEpochMilli(request.askedAt()).atZone(zone).toLocalDate();
    if (!budgets.allows(request.customerKey(), today)) {
      return fallback(request, "token budget", List.of(), new Cost());
    }
    return ask(request, today, composer.compose(request));
  }

  private Thought ask(ThoughtRequest request, LocalDate today, Prompt prompt) {
    Deadline deadline = Deadline.in(settings.total());
    Cost cost = new Cost();
    List<String> refused = new ArrayList<>();
    List<ChatMessage> messages =
        new ArrayList<>(
            List.of(SystemMessage.from(prompt.system()), UserMessage.from(prompt.customer())));
    boolean readable = true;
    for (int attempt = 0; attempt < TRIES; attempt++) {
      String text = "";
      try {
        ChatResponse response = client.call(messages, deadline);
        budgets.spend(request.customerKey(), today, cost.add(response));
        text = text(response);
        Thought thought = thought(request, prompt, ModelAnswer.parse(text));
        List<String> faults =
            Stream.concat(
                    AnswerChecks.leaks(text, prompt.secrets()).stream(),
                    checks.faults(thought, request, prompt.sources(), prompt.secrets()).stream())
                .distinct()
                .toList();
        if (faults.isEmpty()) {
          return cost.on(
              Amended.fallback(
                  thought, thought.confidence(), thought.needsHuman(), thought.model(), refused));
        }
        readable = true;
        refused.add(String.join("; ", faults));
      } catch (Malformed e) {
        readable = false;
        refused.add(Objects.requireNonNullElse(e.getMessage(), "unreadable answer"));
      } catch (Unavailable e) {
        return fallback(
            request, Objects.requireNonNullElse(e.getMessage(), "unavailable"), refused, cost);
      }
      LOG.info("thought {} refused an answer of the model", request.thoughtId());
      if (!text.isEmpty()) {
        messages.add(AiMessage.from(text));
      }
      messages.add(
          UserMessage.from(
              "Your answer was refused: %s. Answer again, only from the given data and in the given schema."
                  .formatted(refused.getLast())));
    }
    return readable
        ? cost.on(held(request, prompt, refused))
        : fallback(request, "unreadable answers", refused, cost);
  }

  private static String text(ChatResponse response) throws Malformed {
    if (response.finishReason() == FinishReason.LENGTH) {
      throw new Malformed("truncated answer");
    }
    String text = response.aiMessage().text();
    if (text == null || text.isBlank()) {
      throw new Malformed("empty answer");
    }
    return text;
  }

  private Thought thought(ThoughtRequest request, Prompt prompt, ModelAnswer answer) {
    Intentions.Reading reading = intentions.of(request, answer);
    String reply = String.join("\n", answer.reply());
    return new Thought(
        request.thoughtId(),
        answer.reply(),
        reading.intent(),
        reading.topic(),
        answer.confidence(),
        request.language(),
        answer.facts().stream().filter(prompt.facts()::contains).distinct().toList(),
        reading.needsHuman(),
        answer.media(),
        request.packageCode(),
        answer.question().isBlank() || !reply.contains(answer.question())
            ? null
            : answer.question(),
        settings.model(),
        prompt.version(),
        null,
        0,
        0,
        0,
        List.of(),
        List.of(),
        false);
  }

  /** Two answers in a row may not go out: the customer is told that a human will answer. */
  private Thought held(ThoughtRequest request, Prompt prompt, List<String> refused) {
    Thought held = offline.holding(request, HandoverReason.UNGROUNDED_ANSWER, refused);
    LOG.warn("thought {} has no answer that may go out", request.thoughtId());
    return held.withModel(settings.model()).withPromptVersion(prompt.version());
  }

  private Thought fallback(ThoughtRequest request, String reason, List<String> refused, Cost cost) {
    voice.begunAnew();
    Thought thought = offline.think(request);
    LOG.warn("thought {} fell back to the offline brain: {}", request.thoughtId(), reason);
    boolean knows = thought.confidence() >= KNOWS || thought.needsHuman() != null;
    List<String> all = new ArrayList<>(refused);
    all.addAll(thought.rejected());
    return cost.on(
        Amended.fallback(
            thought,
            thought.confidence() * LESS_SURE,
            knows ? thought.needsHuman() : HandoverReason.LLM_UNAVAILABLE,
            "%s (%s: %s)".formatted(thought.model(), settings.model(), reason),
            all));
  }
}
