package io.rihla.api.prompts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rihla.api.problem.FieldReader;
import io.rihla.api.problem.Json;
import io.rihla.api.problem.Problem;
import io.rihla.api.problem.ProblemException;
import io.rihla.api.store.ClickHouse;
import io.rihla.schemas.conversation.Language;
import io.rihla.schemas.prompts.PromptType;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * The prompt as it would be sent to a model. The functions compose it, because theirs is the code
 * that composes those of thoughts; who the customer is comes from ClickHouse.
 */
public final class PromptPreview {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int LONGEST_MESSAGE = 4_000;
  private static final int LONGEST_CODE = 100;

  private final URI functions;
  private final PreviewStore store;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

  public PromptPreview(URI functions, ClickHouse clickHouse) {
    this.functions = functions;
    this.store = new PreviewStore(clickHouse);
  }

  JsonNode of(FieldReader in) {
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    String conversation = in.optionalText("conversation_id");
    Language language = in.word("language", Language.class);
    String message = in.optionalText("message", LONGEST_MESSAGE);
    String code = in.optionalText("package_code", LONGEST_CODE);
    wanted.put("staging", in.flag("staging", false));
    draft(in, wanted.putArray("drafts"));
    in.check();
    if (conversation != null) {
      store.tell(conversation, wanted);
    }
    if (language != null) {
      wanted.put("language", language.name());
    }
    if (message != null) {
      wanted.put("message", message);
    }
    if (code != null) {
      wanted.put("package_code", code.toUpperCase(Locale.ROOT));
    }
    return ask(wanted);
  }

  /** A content that nobody has put yet. */
  private static void draft(FieldReader in, ArrayNode drafts) {
    if (!in.has("prompt_type") && !in.has("content")) {
      return;
    }
    PromptType type = in.word("prompt_type", PromptType.class);
    if (type == null) {
      if (in.faults().isEmpty()) {
        in.fault("prompt_type", "is missing: say what the content is of", "");
      }
      return;
    }
    drafts
        .addObject()
        .put("prompt_type", type.name())
        .put("language", PromptForms.language(in, type).name())
        .put("content", PromptForms.content(in, "content", type));
  }

  private JsonNode ask(ObjectNode wanted) {
    try {
      HttpResponse<byte[]> answer =
          http.send(
              HttpRequest.newBuilder(functions.resolve("/prompts/preview"))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .POST(
                      HttpRequest.BodyPublishers.ofString(
                          wanted.toString(), StandardCharsets.UTF_8))
                  .build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() == 200) {
        return Json.read(answer.body());
      }
      throw away("the functions answered " + answer.statusCode());
    } catch (IOException e) {
      throw away("the functions cannot be reached: try again in a moment");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw away("interrupted");
    }
  }

  private static ProblemException away(String detail) {
    return new ProblemException(Problem.unavailable(detail));
  }
}
