package io.rihla.schemas.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.TopicOfQuestion;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FAQ content: a JSON array of {@code {"id", "topic", "questions": {"id": […]}, "answer": {"id":
 * …}, "valid_from", "valid_until"}}, or {@code {"entries": [that], "dismissed": ["q_1"]}}.
 *
 * @param dismissed clusters of questions that shall have no entry
 */
public record FaqContent(List<FaqEntry> entries, Set<String> dismissed, List<ContentFault> faults) {
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,59}");
  private static final int MOST = 1_000;
  private static final int MOST_DISMISSED = 5_000;
  private static final int LONGEST_ANSWER = 1_500;
  private static final Set<String> FIELDS =
      Set.of("id", "topic", "questions", "answer", "valid_from", "valid_until");
  private static final Set<String> PARTS = Set.of("entries", "dismissed");
  private static final Set<String> LANGUAGES =
      Stream.of(Language.values()).map(FaqContent::name).collect(Collectors.toSet());

  public FaqContent {
    entries = List.copyOf(entries);
    dismissed = Set.copyOf(dismissed);
    faults = List.copyOf(faults);
  }

  /** The entries, or what is wrong with them. */
  public static FaqContent parse(String content) {
    ContentReader in = new ContentReader();
    JsonNode json = in.read(content);
    if (in.isFaultless() && json.isObject()) {
      in.onlyKnows(json, "", PARTS);
      List<FaqEntry> entries = entries(in, json.path("entries"), "entries");
      Set<String> dismissed = dismissed(in, json.path("dismissed"), entries);
      return in.isFaultless()
          ? new FaqContent(entries, dismissed, List.of())
          : new FaqContent(List.of(), Set.of(), in.faults());
    }
    List<FaqEntry> entries = entries(in, json, "");
    return new FaqContent(in.isFaultless() ? entries : List.of(), Set.of(), in.faults());
  }

  private static List<FaqEntry> entries(ContentReader in, JsonNode json, String at) {
    if (in.isFaultless() && !json.isArray()) {
      in.fault(at, "must be a JSON array of entries");
    }
    if (json.size() > MOST) {
      in.fault(at, "has more than %d entries".formatted(MOST));
    }
    List<FaqEntry> entries = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    if (in.isFaultless()) {
      for (JsonNode item : json) {
        String place = "%s[%d]".formatted(at, entries.size());
        FaqEntry entry = entry(in, item, place);
        if (!ids.add(entry.id())) {
          in.fault(place + ".id", "'%s' stands here twice".formatted(entry.id()));
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  private static Set<String> dismissed(ContentReader in, JsonNode json, List<FaqEntry> entries) {
    List<String> ids = in.texts(json, "dismissed");
    if (ids.size() > MOST_DISMISSED) {
      in.fault("dismissed", "has more than %d ids".formatted(MOST_DISMISSED));
    }
    Set<String> answered = entries.stream().map(FaqEntry::id).collect(Collectors.toSet());
    for (String id : ids) {
      if (!isId(id)) {
        in.fault("dismissed", "'%s' is no id of a question cluster".formatted(id));
      } else if (answered.contains(id)) {
        in.fault("dismissed", "'%s' has an entry: drop one of them".formatted(id));
      }
    }
    return Set.copyOf(ids);
  }

  /** Whether a text can name an entry. */
  public static boolean isId(String text) {
    return ID.matcher(text).matches();
  }

  private static FaqEntry entry(ContentReader in, JsonNode item, String at) {
    String place = at + ".";
    if (!item.isObject()) {
      in.fault(at, "must be an object");
    }
    in.onlyKnows(item, place, FIELDS);
    String id = in.text(item, place, "id");
    if (!id.isEmpty() && !isId(id)) {
      in.fault(place + "id", "must be small letters, digits, - and _, at most 60");
    }
    LocalDate from = date(in, item, place, "valid_from");
    LocalDate until = date(in, item, place, "valid_until");
    if (from != null && until != null && until.isBefore(from)) {
      in.fault(place + "valid_until", "is before valid_from");
    }
    return new FaqEntry(
        id,
        topic(in, item, place),
        questions(in, item, place),
        answers(in, item, place),
        from,
        until);
  }

  private static TopicOfQuestion topic(ContentReader in, JsonNode item, String place) {
    String text = item.path("topic").asText("OTHER").toUpperCase(Locale.ROOT);
    for (TopicOfQuestion topic : TopicOfQuestion.values()) {
      if (topic.name().equals(text)) {
        return topic;
      }
    }
    in.fault(
        place + "topic",
        "must be one of "
            + String.join(", ", Stream.of(TopicOfQuestion.values()).map(Enum::name).toList()));
    return TopicOfQuestion.OTHER;
  }

  private static Map<Language, List<String>> questions(
      ContentReader in, JsonNode item, String place) {
    JsonNode field = item.path("questions");
    in.onlyKnows(field, place + "questions.", LANGUAGES);
    Map<Language, List<String>> questions = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      List<String> texts =
          in.texts(field.path(name(language)), place + "questions." + name(language));
      if (!texts.isEmpty()) {
        questions.put(language, texts);
      }
    }
    if (!questions.containsKey(Language.ID)) {
      in.fault(place + "questions.id", "needs at least one way to ask it in Bahasa");
    }
    return questions;
  }

  private static Map<Language, String> answers(ContentReader in, JsonNode item, String place) {
    JsonNode field = item.path("answer");
    in.onlyKnows(field, place + "answer.", LANGUAGES);
    Map<Language, String> answers = new EnumMap<>(Language.class);
    for (Language language : Language.values()) {
      String name = name(language);
      if (!field.path(name).isMissingNode() || language == Language.ID) {
        String text = in.text(field, place + "answer.", name);
        if (text.length() > LONGEST_ANSWER) {
          in.fault(
              place + "answer." + name, "is longer than %d characters".formatted(LONGEST_ANSWER));
        }
        if (PromptContent.PLACEHOLDER.matcher(text).find()) {
          in.fault(place + "answer." + name, "has a placeholder: answers are said as they stand");
        }
        answers.put(language, text);
      }
    }
    return answers;
  }

  private static @Nullable LocalDate date(
      ContentReader in, JsonNode item, String place, String name) {
    JsonNode field = item.path(name);
    if (field.isMissingNode() || field.isNull()) {
      return null;
    }
    try {
      return LocalDate.parse(field.asText());
    } catch (DateTimeParseException e) {
      in.fault(place + name, "is no date: write it like 2027-03-15");
      return null;
    }
  }

  private static String name(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
