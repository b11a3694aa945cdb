package io.rihla.functions.brain.llm;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonArraySchema;
import dev.langchain4j.model.chat.request.json.JsonEnumSchema;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.request.json.JsonStringSchema;
import io.rihla.schemas.conversation.Intent;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.conversation.TopicOfQuestion;
import io.rihla.schemas.functions.MediaWish;
import java.util.List;
import java.util.stream.Stream;

/** What a model must return: exactly this object, every field, nothing more. */
record ModelAnswer(
    @JsonProperty(required = true) List<String> reply,
    @JsonProperty(required = true) Intent intent,
    @JsonProperty(required = true) TopicOfQuestion topic,
    @JsonProperty(required = true) double confidence,
    @JsonProperty(required = true) Language language,
    @JsonProperty(required = true) List<String> facts,
    @JsonProperty(required = true) boolean needsHuman,
    @JsonProperty(required = true) List<MediaWish> media,
    @JsonProperty(required = true) String question) {

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  static final ResponseFormat FORMAT =
      ResponseFormat.builder()
          .type(ResponseFormatType.JSON)
          .jsonSchema(JsonSchema.builder().name("answer").rootElement(schema()).build())
          .build();

  /** Why a text is not such an object. */
  static final class Malformed extends Exception {
    private static final long serialVersionUID = 1;

    Malformed(String message) {
      super(message);
    }
  }

  ModelAnswer {
    reply = List.copyOf(reply);
    facts = List.copyOf(facts);
    media = List.copyOf(media);
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("confidence is not from 0 to 1");
    }
  }

  static ModelAnswer parse(String json) throws Malformed {
    try {
      ModelAnswer answer = JSON.readValue(json, ModelAnswer.class);
      if (answer == null) {
        throw new Malformed("unreadable answer: null");
      }
      return answer;
    } catch (JsonProcessingException e) {
      // the original message only: the rest quotes the model
      throw new Malformed("unreadable answer: " + e.getClass().getSimpleName());
    }
  }

  private static JsonObjectSchema schema() {
    return JsonObjectSchema.builder()
        .addProperty("reply", strings())
        .addEnumProperty("intent", names(Intent.values()))
        .addEnumProperty("topic", names(TopicOfQuestion.values()))
        .addNumberProperty("confidence")
        .addEnumProperty("language", names(Language.values()))
        .addProperty("facts", strings())
        .addBooleanProperty("needs_human")
        .addProperty(
            "media",
            JsonArraySchema.builder()
                .items(JsonEnumSchema.builder().enumValues(names(MediaWish.values())).build())
                .build())
        .addStringProperty("question")
        .required(
            "reply",
            "intent",
            "topic",
            "confidence",
            "language",
            "facts",
            "needs_human",
            "media",
            "question")
        .additionalProperties(false)
        .build();
  }

  private static JsonArraySchema strings() {
    return JsonArraySchema.builder().items(new JsonStringSchema()).build();
  }

  private static List<String> names(Enum<?>[] values) {
    return Stream.of(values).map(Enum::name).toList();
  }
}
